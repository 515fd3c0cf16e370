/** A number as it stands in a text. */
export interface PhoneNumber {
  from: number;
  to: number;
  /** As one dials it: digits, a hyphen after the area code. */
  number: string;
}

interface Form {
  pattern: RegExp;
  toNumber: (match: RegExpExecArray) => string;
  /** Only beside words that speak of calling. */
  needsWords: boolean;
}

/** Not within a longer number, a word, an address. */
const BEGIN = '(?<![\\w@.．%-])';
const END =
  '(?![\\w@％%])(?!\\.\\d)(?!-\\d{5})(?!\\s?(?:元|万|亿|人|名|个|次|项|号文|年|月|岁|分))';

const toForm = (
  body: string,
  toNumber: Form['toNumber'],
  { needsWords = false }: { needsWords?: boolean } = {},
): Form => ({ pattern: new RegExp(`${BEGIN}${body}${END}`, 'g'), toNumber, needsWords });

const digits = (text: string) => text.replace(/\D/g, '');
const joined: Form['toNumber'] = ([all]) => digits(all);

/** Area codes of China have three digits (010, 02x) or four, and seven or eight follow. */
const AREA = '(010|02\\d|0[3-9]\\d{2})';

const FORMS: readonly Form[] = [
  toForm('1[3-9]\\d([- ]?)\\d{4}\\1\\d{4}', joined),
  toForm(`${AREA}[- —]{1,2}(\\d{7,8})`, ([, area, rest]) => `${area}-${rest}`),
  toForm(`\\(${AREA}\\) ?-?(\\d{7,8})`, ([, area, rest]) => `${area}-${rest}`),
  toForm('[48]00-\\d{3}-?\\d{4}', joined),
  toForm('[48]00-\\d{4}-?\\d{3}', joined),
  toForm(`${AREA}(\\d{7,8})`, ([, area, rest]) => `${area}-${rest}`, { needsWords: true }),
  toForm('[48]00 ?\\d{3} ?\\d{4}', joined, { needsWords: true }),
  // 110, 119, 120, 122; 12338, 12345 and their like; 95xxx and 96xxx.
  toForm('(?:1(?:10|19|20|22)|12[13]\\d{2}|9[56]\\d{3,4})', joined, { needsWords: true }),
];

const CALLING_BEFORE =
  /(?:热线|拨打|拨|致电|电话|来电|专线|报警|急救|求助|客服|手机|联系方式|咨询|举报|投诉|Tel)[^。；！？\n]{0,10}$/i;
const CALLING_AFTER = /^[^\d。，；！？\n]{0,12}(?:热线|专线|电话)/;
/** Numbers that are none to call. */
const OTHER_BEFORE =
  /(?:编号|证号|账号|帐号|卡号|单号|文号|代码|身份证|ISBN|ISSN|QQ群?|邮编|备案|票号|户号|No\.?)[^。；，、\n\d]{0,6}[\d ]{0,20}$/i;

const CONTEXT = 24;

/** Full-width digits, brackets and dashes as plain ones, each one character for one. */
const toPlain = (text: string) =>
  text.replace(/[０-９（）－–﹣]/g, (sign) => (/[–﹣]/.test(sign) ? '-' : sign.normalize('NFKC')));

/**
 * The telephone numbers of a text: mobile, area code and number, 400/800; short ones (12338, 110) only beside words that
 * speak of calling. Never a part of a longer number, an id, a date or an amount.
 */
export function findPhoneNumbers(text: string): PhoneNumber[] {
  const plain = toPlain(text);
  const found: PhoneNumber[] = [];
  for (const { pattern, toNumber, needsWords } of FORMS) {
    for (const match of plain.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      const before = plain.slice(Math.max(0, from - CONTEXT), from);
      if (OTHER_BEFORE.test(before)) continue;
      const speaks =
        CALLING_BEFORE.test(before) || CALLING_AFTER.test(plain.slice(to, to + CONTEXT));
      if (needsWords && !speaks) continue;
      if (found.some((other) => from < other.to && other.from < to)) continue;
      found.push({ from, to, number: toNumber(match as RegExpExecArray) });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
