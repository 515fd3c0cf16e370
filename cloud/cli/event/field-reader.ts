import { isPlainDate } from '../../../rules/utc8.ts';
import { parsePublishDate } from '../../importer/publish-date.ts';
import { toStorableText } from '../../store/storable.ts';
import { EVENT_FIELDS, type EventField, eventWords } from './event-words.ts';
import { NO_YEAR } from './proposal-file.ts';

type Json = Readonly<Record<string, unknown>>;

/** What is wrong about a field, by its dotted name. */
export interface FieldProblem {
  name: string;
  problem: string;
}

export interface FieldReader {
  problems: FieldProblem[];
  tell: (name: string, problem: string) => void;
  has: (name: EventField) => boolean;
  /** Trimmed; `''` when it is not there or wrong, which has been told then. */
  text: (name: EventField, expect?: { most?: number; optional?: boolean }) => string;
  /** ISO 8601 in China's time; `''` when it is wrong. */
  moment: (name: EventField) => string;
  degrees: (name: EventField, most: number) => number | undefined;
  list: (name: EventField) => unknown[];
}

const isGroup = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of what is shown on one line; a longer one is a mistake. */
const MOST_LENGTH = 200;

/** The members by their dotted names; one that no event file has, or a group that is none, is a problem. */
function flatten(file: Json, tell: FieldReader['tell']): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const add = (name: string, value: unknown) => {
    if (Object.hasOwn(EVENT_FIELDS, name)) values.set(name, value);
    else tell(name, eventWords.unknownField);
  };
  for (const [name, value] of Object.entries(file)) {
    // A dotted name is that of a member inside a group, written where the group should be.
    if (name.includes('.')) tell(name, eventWords.unknownField);
    else add(name, value);
    if (name !== 'venue' && name !== 'cover') continue;
    if (!isGroup(value)) tell(name, eventWords.notGroup);
    else for (const [inner, part] of Object.entries(value)) add(`${name}.${inner}`, part);
  }
  return values;
}

/** Reads the fields of an event file and collects what is wrong about them. */
export function createFieldReader(file: Json): FieldReader {
  const problems: FieldProblem[] = [];
  const tell = (name: string, problem: string) => void problems.push({ name, problem });
  const values = flatten(file, tell);

  const text: FieldReader['text'] = (name, { most = MOST_LENGTH, optional = false } = {}) => {
    const value = values.get(name) ?? '';
    if (typeof value !== 'string') {
      tell(name, eventWords.notText);
      return '';
    }
    const written = toStorableText(value).trim();
    const { length } = [...written];
    if (written === '' && !optional) {
      tell(name, name === 'key' ? eventWords.needsKey : eventWords.empty);
    } else if (length > most) tell(name, eventWords.tooLong(length, most));
    else if (name !== 'body' && /[\p{Cc}\u2028\u2029]/u.test(written)) {
      tell(name, eventWords.controls);
    } else return written;
    return '';
  };

  const moment = (name: EventField) => {
    const written = text(name);
    if (written === '') return '';
    const date = parsePublishDate(written);
    if (written.startsWith(NO_YEAR)) tell(name, eventWords.noYear);
    else if (date === undefined) tell(name, eventWords.badTime(written));
    else if (isPlainDate(date)) tell(name, eventWords.noClock);
    else return date;
    return '';
  };

  const degrees = (name: EventField, most: number) => {
    const value = values.get(name);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Math.abs(value) <= most) return value;
    tell(name, eventWords.notNumber(most));
    return undefined;
  };

  const list = (name: EventField) => {
    const value = values.get(name) ?? [];
    if (Array.isArray(value)) return value;
    tell(name, eventWords.notList);
    return [];
  };

  return { problems, tell, has: (name) => values.has(name), text, moment, degrees, list };
}
