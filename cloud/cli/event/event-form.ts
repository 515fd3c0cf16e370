import { toEpochMs } from '../../../rules/utc8.ts';
import type { Venue } from '../../../types/event.ts';
import type { EventStatus } from '../../../types/event-card.ts';
import { EVENT_FIELDS, type EventField, eventWords } from './event-words.ts';
import { createFieldReader, type FieldProblem, type FieldReader } from './field-reader.ts';

/** An event file that an editor has completed, checked. */
export interface EventForm {
  /** Two files with the same one are the same event. */
  key: string;
  title: string;
  status: EventStatus;
  /** ISO 8601 in China's time. */
  startsAt: string;
  endsAt: string;
  venue: Venue;
  organiser: string;
  phone?: string;
  /** `file` is relative to the event file. */
  cover?: { file: string; alt: string };
  /** Id of the announcing article. */
  articleId?: string;
  /** HTML. */
  body: string;
}

export type ParsedEventForm =
  | { ok: true; form: EventForm }
  | { ok: false; problems: readonly FieldProblem[] };

const STATUSES: readonly string[] = ['scheduled', 'postponed', 'cancelled'] satisfies EventStatus[];
const isStatus = (text: string): text is EventStatus => STATUSES.includes(text);

/** As one dials it: 0750-3123456, 12338. */
const PHONE = /^\+?\d[\d-]{2,19}$/;
const MOST_BODY = 100_000;

function readStatus({ text, tell }: FieldReader): EventStatus {
  const status = text('status');
  if (isStatus(status)) return status;
  if (status !== '') tell('status', eventWords.badStatus);
  return 'scheduled';
}

function readPeriod({ moment, tell }: FieldReader) {
  const [startsAt, endsAt] = [moment('start'), moment('end')];
  const isKnown = startsAt !== '' && endsAt !== '';
  if (isKnown && toEpochMs(endsAt) <= toEpochMs(startsAt)) tell('end', eventWords.endsFirst);
  return { startsAt, endsAt };
}

function readVenue({ text, degrees, has, tell }: FieldReader): Venue {
  const [latitude, longitude] = [
    degrees('venue.latitude', 90),
    degrees('venue.longitude', 180),
  ] as const;
  if (has('venue.latitude') !== has('venue.longitude')) tell('venue', eventWords.needsPair);
  return {
    name: text('venue.name'),
    address: text('venue.address', { optional: true }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
  };
}

function readPhone({ text, tell }: FieldReader): string {
  const phone = text('phone', { optional: true });
  if (phone !== '' && !PHONE.test(phone)) tell('phone', eventWords.badPhone);
  return phone;
}

function readCover({ text, has }: FieldReader): EventForm['cover'] {
  if (!has('cover')) return undefined;
  return { file: text('cover.file'), alt: text('cover.alt', { optional: true }) };
}

/** Fields that may stay empty, once an editor says so by taking them off the list. */
const OPTIONAL: readonly EventField[] = ['venue.address', 'phone'];

/** What the proposal left open and nobody has settled. */
function checkMissing({ list, text, tell, problems }: FieldReader): void {
  for (const name of list('missing')) {
    if (typeof name !== 'string' || !Object.hasOwn(EVENT_FIELDS, name)) {
      tell('missing', eventWords.unknownName(String(name)));
      continue;
    }
    const field = OPTIONAL.find((one) => one === name);
    // The others, and what is wrong, have been told already.
    if (field === undefined || problems.some((problem) => problem.name === field)) continue;
    if (text(field, { optional: true }) === '') tell(field, eventWords.stillMissing);
  }
}

/** Checks a completed event file: all that is wrong about it, field by field. */
export function parseEventForm(file: Readonly<Record<string, unknown>>): ParsedEventForm {
  const reader = createFieldReader(file);
  const { text, problems } = reader;
  const form = {
    ...{ key: text('key'), title: text('title'), status: readStatus(reader) },
    ...readPeriod(reader),
    venue: readVenue(reader),
    organiser: text('organiser'),
    body: text('body', { most: MOST_BODY }),
  };
  const [phone, cover] = [readPhone(reader), readCover(reader)];
  const articleId = text('article', { optional: true });
  checkMissing(reader);
  reader.list('lines');
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    form: {
      ...form,
      ...(phone !== '' && { phone }),
      ...(cover && { cover }),
      ...(articleId !== '' && { articleId }),
    },
  };
}
