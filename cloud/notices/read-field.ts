import {
  checkFieldText,
  type FieldType,
  isFitting,
  MESSAGE_FIELDS,
  toFieldType,
} from '../domain/message-fields.ts';
import { NOTICE_KINDS, type NoticeKind, type NoticeKindName } from '../domain/notice-kinds.ts';
import type { FieldSource } from '../domain/notice-template.ts';

/** How the text of a field says that it is fixed words. */
const WORDS_MARK = '=';
const FIXED_WORDS = `fixed words after "${WORDS_MARK}"`;

type ReadField = { ok: true; source: FieldSource } | { ok: false; problem: string };

const fail = (problem: string): ReadField => ({ ok: false, problem });

function readWords(type: FieldType, words: string): ReadField {
  const problem = checkFieldText(type, words);
  if (problem === undefined) return { ok: true, source: { kind: 'words', words } };
  return fail(`these fixed words break WeChat's rule for ${type}: ${problem}`);
}

function readValue(kind: NoticeKindName, type: FieldType, name: string): ReadField {
  const { values }: NoticeKind = NOTICE_KINDS[kind];
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) {
    const names = Object.keys(values).join(', ');
    return fail(
      `${JSON.stringify(name)} is no value of ${kind}: write one of ${names}, or ${FIXED_WORDS}.`,
    );
  }
  if (isFitting(type, value.type)) return { ok: true, source: { kind: 'value', name } };
  const fitting = Object.entries(values).filter(([, each]) => isFitting(type, each.type));
  const allowed = [...fitting.map(([each]) => each), FIXED_WORDS].join(', ');
  return fail(`${name} does not fit a field of type ${type}, which takes ${allowed}.`);
}

/**
 * Reads how a field of a kind's template is filled.
 *
 * @param field as WeChat names it (`thing1`)
 * @param text the name of a value, or fixed words after `=`
 */
export function readField(kind: NoticeKindName, field: string, text: unknown): ReadField {
  const type = toFieldType(field);
  if (type === undefined) {
    const types = Object.keys(MESSAGE_FIELDS).join(', ');
    return fail(`no field of WeChat: its name is a number after one of ${types}.`);
  }
  if (typeof text !== 'string') return fail(`not a text: write a value's name or ${FIXED_WORDS}.`);
  return text.startsWith(WORDS_MARK)
    ? readWords(type, text.slice(WORDS_MARK.length))
    : readValue(kind, type, text);
}
