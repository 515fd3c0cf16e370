import { isPlainDate, padTwo, toCivilTime, toEpochMs } from '../../rules/utc8.ts';
import { cleanText } from './clean-text.ts';
import { checkFieldText, type FieldType, MESSAGE_FIELDS, toMaxLength } from './message-fields.ts';

const OMISSION = '…';
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** The beginning of a text, whole graphemes of it, in at most so many UTF-16 units. Empty when not even one fits. */
function takeGraphemes(text: string, maxLength: number): string {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > maxLength) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}

function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const begin = takeGraphemes(text, maxLength - OMISSION.length);
  return begin === '' ? '' : begin + OMISSION;
}

/** Of a name WeChat takes Chinese characters, letters and marks; a mark of omission is not among those of a name. */
function toName(text: string): string {
  const name = cleanText(
    text.replace(/[^\p{Unified_Ideograph}\p{Script=Latin}\p{P} ]|\p{N}/gu, ''),
  );
  return takeGraphemes(name, toMaxLength('name', name));
}

function toPhrase(text: string): string {
  const { maxLength } = MESSAGE_FIELDS.phrase;
  return takeGraphemes(text.replace(/[^\p{Unified_Ideograph}〇]/gu, ''), maxLength);
}

function toDay(at: number): string {
  const { year, month, day } = toCivilTime(at);
  return `${year}年${month}月${day}日`;
}

/** WeChat knows no time without a clock: a day of which no time is known is the whole day, so that nothing is invented. */
function toTime(moment: string): string {
  const at = toEpochMs(moment);
  if (isPlainDate(moment)) return `${toDay(at)} 00:00~23:59`;
  const { hour, minute } = toCivilTime(at);
  return `${toDay(at)} ${padTwo(hour)}:${padTwo(minute)}`;
}

/** Text → what the type can show of it, as good as it gets; `fitField` looks whether it will do. */
const FITTERS: Partial<Record<FieldType, (text: string) => string>> = {
  thing: (text) => shorten(text, MESSAGE_FIELDS.thing.maxLength),
  name: toName,
  phrase: toPhrase,
  time: toTime,
  date: (text) => toDay(toEpochMs(text)),
};

/**
 * Makes of any value a text that WeChat takes in a field of this type.
 *
 * Texts lose newlines, what is invisible and repeated spaces, and are cut between graphemes, a `thing` with … at its
 * end. A moment (ISO 8601 with offset) becomes `2026年11月25日 09:30` in China's time, in a `date` field the day alone;
 * a plain date in a `time` field becomes that whole day. What leaves nothing to show becomes the field's stand-in.
 */
export function fitField(type: FieldType, value: string): string {
  const text = cleanText(value);
  const fitted = FITTERS[type]?.(text) ?? text;
  return checkFieldText(type, fitted) === undefined ? fitted : MESSAGE_FIELDS[type].standIn;
}
