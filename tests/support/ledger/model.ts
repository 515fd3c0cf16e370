import type { SendOutcome } from '../../../cloud/domain/send-outcome.ts';
import type { DeliveryState, NoticeState } from '../../../cloud/store/tables.ts';
import { type Reader, TEMPLATE_OF, type TemplateName, type TopicName } from './history.ts';

interface ModelNotice {
  topic: TopicName;
  subject: number;
  isRepeat: boolean;
  to: Reader | 'all';
  publishAt: number;
  state: NoticeState;
}

export interface ModelDelivery {
  notice: number;
  reader: Reader;
  state: DeliveryState;
  dueAt: number;
  /** A credit is spent for it and did not come back. */
  isPaid: boolean;
  messageId: string | null;
  /** Its reader left the topic while it was under way: there is no second try. */
  isLeft: boolean;
}

/** What ought to stand in the store for two readers and their topics, said as simply as possible. */
export interface Model {
  /** By reader and topic: `0 a`. */
  credits: Map<string, number>;
  /** What is asked for, by reader and topic. */
  asked: Set<string>;
  /** Whatever may happen once and has happened. */
  done: Set<string>;
  notices: ModelNotice[];
  deliveries: ModelDelivery[];
  /** The message that is under way to a reader. */
  lanes: Map<Reader, ModelDelivery>;
  stops: Map<TemplateName, number>;
}

export function createModel(): Model {
  return {
    ...{ credits: new Map(), asked: new Set(), done: new Set() },
    ...{ notices: [], deliveries: [], lanes: new Map(), stops: new Map() },
  };
}

const isLong = (topic: TopicName): boolean => TEMPLATE_OF[topic] === 'long';
const credit = (model: Model, reader: Reader, topic: TopicName) =>
  model.credits.get(`${reader} ${topic}`) ?? 0;

function add(model: Model, reader: Reader, topic: TopicName, amount: number): void {
  model.credits.set(`${reader} ${topic}`, credit(model, reader, topic) + amount);
}

const isFirst = (model: Model, what: string): boolean => {
  const before = model.done.size;
  return model.done.add(what).size > before;
};

const topicOf = (model: Model, { notice }: ModelDelivery) =>
  (model.notices[notice] as ModelNotice).topic;
const templateOf = (model: Model, delivery: ModelDelivery): TemplateName =>
  TEMPLATE_OF[topicOf(model, delivery)];

export function accept(
  model: Model,
  { reader, topics, report }: { reader: Reader; topics: TopicName[]; report: number },
): void {
  const named = topics.map((topic) => ({
    topic,
    // An accept is one message of a one-time template, and any number of each topic of a long-term one.
    what: `accept ${reader} ${report} ${isLong(topic) ? topic : TEMPLATE_OF[topic]}`,
  }));
  // Told again it changes nothing, also not for who left the topic meanwhile.
  const isNew = named.filter(({ what }) => !model.done.has(what));
  for (const { topic, what } of isNew) {
    model.asked.add(`${reader} ${topic}`);
    if (isLong(topic) && credit(model, reader, topic) > 0) continue;
    if (isFirst(model, what)) add(model, reader, topic, 1);
  }
}

/** @returns false when readers were told before */
export function publish(
  model: Model,
  notice: Omit<ModelNotice, 'state'>,
  now: number,
): { isSaved: boolean } {
  const isTold = model.notices.some(
    (other) =>
      other.to === 'all' &&
      !other.isRepeat &&
      other.topic === notice.topic &&
      other.subject === notice.subject &&
      other.state !== 'cancelled' &&
      other.state !== 'halted',
  );
  if (isTold && notice.to === 'all' && !notice.isRepeat) return { isSaved: false };
  model.notices.push({ ...notice, state: 'scheduled' });
  if (notice.publishAt <= now) spreadOne(model, model.notices.length - 1, now);
  return { isSaved: true };
}

/** All notices that are due reach their readers. */
export function spread(model: Model, now: number): void {
  model.notices.forEach(({ state, publishAt }, index) => {
    if (state === 'scheduled' && publishAt <= now) spreadOne(model, index, now);
  });
}

function spreadOne(model: Model, index: number, now: number): void {
  const notice = model.notices[index] as ModelNotice;
  notice.state = 'published';
  for (const reader of [0, 1] as const) {
    const hasAsked = model.asked.has(`${reader} ${notice.topic}`);
    const isMeant = notice.to === 'all' ? hasAsked : notice.to === reader;
    if (!isMeant) continue;
    const isRich = credit(model, reader, notice.topic) > 0;
    const isPaid = isRich && !isLong(notice.topic);
    if (isPaid) add(model, reader, notice.topic, -1);
    model.deliveries.push({
      ...{ notice: index, reader, state: isRich ? 'queued' : 'no_credit' },
      ...{ dueAt: now, isPaid, messageId: null, isLeft: false },
    });
  }
}

function payBack(model: Model, delivery: ModelDelivery): void {
  if (delivery.isPaid) add(model, delivery.reader, topicOf(model, delivery), 1);
  delivery.isPaid = false;
}

function voidTemplate(model: Model, reader: Reader, template: TemplateName): void {
  for (const key of model.credits.keys()) {
    const [whose, topic] = key.split(' ');
    if (whose === String(reader) && TEMPLATE_OF[topic as TopicName] === template)
      model.credits.set(key, 0);
  }
}

/** What waits is not sent any more; what is under way is, and at most once. */
export function leave(model: Model, { reader, topic }: { reader: Reader; topic: TopicName }): void {
  model.asked.delete(`${reader} ${topic}`);
  for (const delivery of model.deliveries) {
    if (delivery.reader !== reader || topicOf(model, delivery) !== topic) continue;
    if (delivery.state === 'sending') delivery.isLeft = true;
    if (delivery.state === 'queued') fail(model, delivery, 'failed');
  }
}

function fail(model: Model, delivery: ModelDelivery, state: DeliveryState): void {
  delivery.state = state;
  payBack(model, delivery);
}

export function cancel(model: Model, index: number): void {
  const notice = model.notices[index];
  if (notice === undefined) return;
  const mine = model.deliveries.filter((delivery) => delivery.notice === index);
  const queued = mine.filter(({ state }) => state === 'queued');
  if (notice.state !== 'scheduled' && queued.length === 0) return;
  notice.state = 'cancelled';
  for (const delivery of mine) {
    if (delivery.state !== 'queued' && delivery.state !== 'no_credit') continue;
    delivery.state = 'cancelled';
    payBack(model, delivery);
  }
}

function halt(model: Model, index: number): void {
  const notice = model.notices[index] as ModelNotice;
  if (notice.state !== 'cancelled') notice.state = 'halted';
  for (const delivery of model.deliveries) {
    if (delivery.notice !== index || delivery.state !== 'queued') continue;
    delivery.state = 'failed';
    payBack(model, delivery);
  }
}

/** Messages that may be sent to a reader now; one of them is, when there are any. */
export function listDue(model: Model, reader: Reader, now: number): ModelDelivery[] {
  if (model.lanes.has(reader)) return [];
  return model.deliveries.filter(
    (delivery) =>
      delivery.reader === reader &&
      delivery.state === 'queued' &&
      delivery.dueAt <= now &&
      (model.stops.get(templateOf(model, delivery)) ?? 0) <= now,
  );
}

export function claim(model: Model, delivery: ModelDelivery): void {
  delivery.state = 'sending';
  model.lanes.set(delivery.reader, delivery);
}

export function settle(model: Model, delivery: ModelDelivery, outcome: SendOutcome): void {
  if (model.lanes.get(delivery.reader) === delivery) model.lanes.delete(delivery.reader);
  const isOpen = delivery.state === 'sending' || delivery.state === 'unknown';
  const template = templateOf(model, delivery);
  const notice = model.notices[delivery.notice] as ModelNotice;
  if (outcome.kind === 'again' && outcome.stop)
    model.stops.set(template, Math.max(model.stops.get(template) ?? 0, outcome.stop.until));
  if (isOpen && outcome.kind === 'again') {
    const over = { cancelled: 'cancelled', halted: 'failed' } as const;
    const stopped = over[notice.state as 'cancelled' | 'halted'] as DeliveryState | undefined;
    const end = stopped ?? (delivery.isLeft ? 'failed' : undefined);
    delivery.state = end ?? 'queued';
    delivery.dueAt = outcome.dueAt;
    if (end !== undefined) payBack(model, delivery);
  } else if (isOpen && outcome.kind !== 'again') {
    delivery.state = outcome.kind === 'halted' ? 'failed' : outcome.kind;
    // Nobody knows of it, so that it is over: a mark is not needed any more.
    delivery.isLeft = false;
    if (outcome.kind === 'sent') delivery.messageId = outcome.messageId;
    else if (outcome.kind !== 'unknown') payBack(model, delivery);
    if (outcome.kind === 'refused') voidTemplate(model, delivery.reader, template);
  }
  if (outcome.kind === 'halted') halt(model, delivery.notice);
}

/** Whoever sent to a reader has died. */
export function die(model: Model, reader: Reader): void {
  const delivery = model.lanes.get(reader);
  if (delivery?.state === 'sending') {
    delivery.state = 'unknown';
    delivery.isLeft = false;
  }
  model.lanes.delete(reader);
}

export function reject(
  model: Model,
  { reader, template, push }: { reader: Reader; template: TemplateName; push: number },
): void {
  if (isFirst(model, `push ${push}`)) voidTemplate(model, reader, template);
}

export function noteResult(
  model: Model,
  {
    reader,
    template,
    push,
    errorCode,
    messageId,
  }: {
    reader: Reader;
    template: TemplateName;
    push: number;
    errorCode: number;
    messageId: string;
  },
): void {
  if (!isFirst(model, `push ${push}`)) return;
  const mine = model.deliveries.filter((delivery) => delivery.reader === reader);
  const open = mine.filter(
    (delivery) =>
      ['sending', 'unknown'].includes(delivery.state) && templateOf(model, delivery) === template,
  );
  const only = open.length === 1 ? open[0] : undefined;
  const delivery = mine.find((each) => each.messageId === messageId) ?? only;
  if (delivery === undefined || !['sending', 'unknown', 'sent'].includes(delivery.state)) return;
  delivery.messageId = messageId;
  if (errorCode === 0) {
    delivery.state = 'sent';
    return;
  }
  fail(model, delivery, errorCode === 43_101 ? 'refused' : 'failed');
  if (errorCode === 43_101) voidTemplate(model, reader, template);
}

/** One line for each thing that ought to stand in the store. */
export function toLines(model: Model): string[] {
  const credits = [...model.credits].flatMap(([key, balance]) =>
    balance === 0 ? [] : [`credit ${key} ${balance} ${balance}`],
  );
  const asked = [...model.asked].map((key) => `asked ${key}`);
  const deliveries = model.deliveries.map(
    ({ reader, notice, state }) => `delivery ${reader} ${notice} ${state}`,
  );
  const notices = model.notices.map(({ state }, index) => `notice ${index} ${state}`);
  return [...credits, ...asked, ...deliveries, ...notices].sort();
}
