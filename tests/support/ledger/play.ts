import { grantCredits } from '../../../cloud/store/credits.ts';
import { claimDeliveries, recoverDeliveries } from '../../../cloud/store/deliveries.ts';
import { cancelNotice, endStopped, saveNotice } from '../../../cloud/store/notices.ts';
import { noteRejection, noteSendResult } from '../../../cloud/store/push-events.ts';
import { type Settled, settleDeliveries } from '../../../cloud/store/settle-deliveries.ts';
import { spreadDue } from '../../../cloud/store/spread.ts';
import type { Store } from '../../../cloud/store/store.ts';
import { leaveTopic } from '../../../cloud/store/subscriptions.ts';
import { type Reader, type Round, type Step, TEMPLATE_OF, type TopicName } from './history.ts';
import * as model from './model.ts';
import { clearLine, makeWorlds, readLines, SUBJECTS, toOutcome, type World } from './world.ts';

const CONNECTIONS = 10;
const STEP_MS = 1_000;
const LEASE_MS = 3_600_000;
const START = Date.parse('2026-11-23T10:00:00+08:00');

/** Where the store and the model part. */
export interface Mismatch {
  index: number;
  step: string;
  /** Lines of the model's that the store lacks, and the other way round. */
  missing: string[];
  unexpected: string[];
}

const topicOf = (world: World, topic: TopicName) => `${world.name}:${topic}`;
const templateOf = (world: World, template: string) => `${world.name}:${template}`;

async function takePublish(
  store: Store,
  world: World,
  step: Step & { kind: 'publish' },
  now: number,
): Promise<void> {
  const { topic, subject, isRepeat, to, isLater } = step;
  const publishAt = isLater ? now + STEP_MS / 2 : now;
  const count = world.model.notices.length;
  const { isSaved } = model.publish(world.model, { topic, subject, isRepeat, to, publishAt }, now);
  const { kind } = await saveNotice(
    store,
    {
      ...{ id: `${world.name}:${count}`, kind: 'channel', topic: topicOf(world, topic) },
      subject: { kind: 'article', id: SUBJECTS[subject] ?? '' },
      ...{ title: '', note: '', data: {}, page: '', urgent: false, isRepeat, publishAt },
      templateId: templateOf(world, TEMPLATE_OF[topic]),
      isLongTerm: TEMPLATE_OF[topic] === 'long',
      ...(to !== 'all' && { accountId: world.accounts[to] }),
    },
    now,
  );
  if ((kind === 'saved') !== isSaved)
    throw new Error(`saveNotice said ${kind}, the model ${isSaved}`);
}

async function takeResult(
  store: Store,
  world: World,
  step: Step & { kind: 'result' },
  now: number,
): Promise<void> {
  const known = world.model.deliveries.flatMap(({ reader, messageId }) =>
    reader === step.reader && messageId !== null ? [messageId] : [],
  );
  const messageId = known[step.message % (known.length + 1)] ?? `other ${step.message}`;
  model.noteResult(world.model, { ...step, messageId });
  const templateId = templateOf(world, step.template);
  const key = `${world.name}:${step.push}`;
  const accountId = world.accounts[step.reader];
  const { errorCode } = step;
  await noteSendResult(store, { key, accountId, templateId, messageId, errorCode }, now);
}

/** What is left of a notice that was halted ends a moment later, in steps of its own. */
async function settle(store: Store, settled: Settled[], now: number): Promise<void> {
  await settleDeliveries(store, settled, now);
  while ((await endStopped(store, now)) > 0);
}

async function takeStep(store: Store, world: World, step: Step, now: number): Promise<void> {
  const accountOf = (reader: Reader) => world.accounts[reader];
  switch (step.kind) {
    case 'accept': {
      model.accept(world.model, step);
      const accepted = step.topics.map((topic) => ({
        topic: topicOf(world, topic),
        templateId: templateOf(world, TEMPLATE_OF[topic]),
        isLongTerm: TEMPLATE_OF[topic] === 'long',
      }));
      const reportId = String(step.report);
      await grantCredits(store, { accountId: accountOf(step.reader), reportId, accepted }, now);
      return;
    }
    case 'leave':
      model.leave(world.model, step);
      return leaveTopic(
        store,
        { accountId: accountOf(step.reader), topic: topicOf(world, step.topic) },
        now,
      );
    case 'publish':
      return takePublish(store, world, step, now);
    case 'cancel':
      model.cancel(world.model, step.notice);
      await cancelNotice(store, `${world.name}:${step.notice}`, now);
      return;
    case 'settle': {
      const held = world.held[step.reader][0];
      const outcome = toOutcome(step.answer, now);
      if (held === undefined || outcome === undefined) return;
      world.held[step.reader].shift();
      model.settle(world.model, held.delivery, outcome);
      return settle(store, [{ delivery: held.claimed, outcome }], now);
    }
    case 'die':
      model.die(world.model, step.reader);
      await store.pool.query('UPDATE delivery_lanes SET leased_until = $2 WHERE account_id = $1', [
        accountOf(step.reader),
        new Date(0),
      ]);
      await recoverDeliveries(store, now);
      return;
    case 'reject': {
      model.reject(world.model, step);
      const templateId = templateOf(world, step.template);
      const key = `${world.name}:${step.push}`;
      return noteRejection(store, { key, accountId: accountOf(step.reader), templateId }, now);
    }
    case 'result':
      return takeResult(store, world, step, now);
  }
}

/** Sends what is due in all worlds at once. */
async function deliver(
  store: Store,
  worlds: World[],
  indexes: Map<World, number>,
  { round, now }: { round: number; now: number },
): Promise<Mismatch | undefined> {
  while (await spreadDue(store, now));
  for (const world of worlds) model.spread(world.model, now);
  const request = { limit: 1e6, leaseMs: LEASE_MS, rate: 1e6, isQuiet: false, now };
  const claims = await claimDeliveries(store, request);
  const byAccount = new Map(claims.map((claimed) => [claimed.accountId, claimed]));
  if (byAccount.size !== claims.length) throw new Error('two messages to one reader at once');
  const answered: (Settled & { meant: model.ModelDelivery; world: World; isToldTwice: boolean })[] =
    [];
  for (const world of worlds) {
    const { answers, isToldTwice } = world.history[round] as Round;
    for (const reader of [0, 1] as const) {
      const due = model.listDue(world.model, reader, now);
      const claimed = byAccount.get(world.accounts[reader]);
      const delivery = due.find(({ notice }) => `${world.name}:${notice}` === claimed?.noticeId);
      if ((claimed === undefined) !== (due.length === 0) || (claimed && !delivery)) {
        return {
          ...{ index: indexes.get(world) ?? -1, step: `sending to ${reader}` },
          missing: due.map(({ notice }) => `due ${notice}`),
          unexpected: claimed ? [`claimed ${claimed.noticeId}`] : [],
        };
      }
      if (!claimed || !delivery) continue;
      model.claim(world.model, delivery);
      const outcome = toOutcome(answers[reader], now);
      if (outcome === undefined) {
        world.held[reader].push({ claimed, delivery });
        continue;
      }
      answered.push({ delivery: claimed, outcome, meant: delivery, world, isToldTwice });
    }
  }
  for (const told of [answered, answered.filter(({ isToldTwice }) => isToldTwice)]) {
    for (const { world, meant, outcome } of told) model.settle(world.model, meant, outcome);
    await settle(store, told, now);
  }
  return undefined;
}

async function compare(
  store: Store,
  worlds: World[],
  indexes: Map<World, number>,
  toStep: (world: World) => string,
): Promise<Mismatch | undefined> {
  const lines = await readLines(store, worlds);
  for (const [world, found] of lines) {
    const expected = model.toLines(world.model);
    if (expected.join('\n') === found.join('\n')) continue;
    return {
      ...{ index: indexes.get(world) ?? -1, step: toStep(world) },
      missing: expected.filter((line) => !found.includes(line)),
      unexpected: found.filter((line) => !expected.includes(line)),
    };
  }
  return undefined;
}

/** As many at once as the store has connections. */
async function forEachAtOnce<T>(all: T[], run: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const work = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await run(one);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
}

/**
 * Plays histories side by side, each with readers of its own, and compares the store with the model after every step.
 *
 * @returns where they part, if anywhere
 */
export async function play(store: Store, histories: Round[][]): Promise<Mismatch | undefined> {
  await clearLine(store);
  const worlds = await makeWorlds(store, histories);
  const indexes = new Map(worlds.map((world, index) => [world, index]));
  let now = START;
  for (let round = 0; ; round += 1) {
    const left = worlds.filter(({ history }) => round < history.length);
    if (left.length === 0) return undefined;
    for (let index = 0; ; index += 1) {
      const stepOf = ({ history }: World) => history[round]?.steps[index];
      const acting = left.filter((world) => stepOf(world) !== undefined);
      if (acting.length === 0) break;
      now += STEP_MS;
      await forEachAtOnce(acting, (world) => takeStep(store, world, stepOf(world) as Step, now));
      const mismatch = await compare(store, acting, indexes, (world) =>
        JSON.stringify(stepOf(world)),
      );
      if (mismatch) return mismatch;
    }
    now += STEP_MS;
    const mismatch =
      (await deliver(store, left, indexes, { round, now })) ??
      (await compare(store, left, indexes, (world) =>
        JSON.stringify(world.history[round]?.answers),
      ));
    if (mismatch) return mismatch;
  }
}
