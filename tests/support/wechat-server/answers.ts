/** What WeChat writes beside each code; the words are its own, as far as they are known. */
const WORDS: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40164: 'invalid ip 203.0.113.7, not in whitelist',
  40226: 'code blocked',
  41001: 'access_token missing',
  41030: 'invalid page',
  43101: 'user refuse to accept the msg',
  43107: 'require subscribe',
  43108: 'concurrent send to user',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45168: 'sensitive word',
  47001: 'data format error',
  47003: 'argument invalid!',
};

let refusals = 0;

/** The JSON text of a refusal, with a request id as WeChat adds one. */
export function refuse(code: number, detail = ''): string {
  refusals += 1;
  const words = [WORDS[code] ?? 'error', detail].filter((part) => part !== '').join(' ');
  const id = refusals.toString(16).padStart(8, '0');
  return JSON.stringify({ errcode: code, errmsg: `${words} rid: ${id}-0c5e11ab-7f3a90d2` });
}
