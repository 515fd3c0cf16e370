import { randomBytes } from 'node:crypto';
import { refuse } from './answers.ts';

const CODE_LIFE_MS = 5 * 60_000;

/** What WeChat may answer to every login: 40226 a risky person, 45011 too many calls. */
export type LoginRefusal = 40226 | 45011;

/** code2Session, and the codes that phones were given. */
export function createLogin(parts: {
  appId: string;
  secret: string;
  now: () => number;
  addPerson: (openid: string) => void;
}) {
  const codes = new Map<string, { openid: string; until: number; isUsed: boolean }>();
  const sessionKeys: string[] = [];
  let refusal: LoginRefusal | undefined;

  const redeem = (code: string): string => {
    const known = codes.get(code);
    if (!known || parts.now() >= known.until) return refuse(40029);
    if (known.isUsed) return refuse(40163);
    if (refusal !== undefined) return refuse(refusal);
    known.isUsed = true;
    const sessionKey = randomBytes(16).toString('base64');
    sessionKeys.push(sessionKey);
    return JSON.stringify({ session_key: sessionKey, openid: known.openid });
  };

  return {
    addCode: (code: string, openid: string) => {
      parts.addPerson(openid);
      codes.set(code, { openid, until: parts.now() + CODE_LIFE_MS, isUsed: false });
    },
    setRefusal: (code: LoginRefusal | undefined) => {
      refusal = code;
    },
    /** Every session_key that went out, to look for where none may be. */
    sessionKeys,
    answer: (query: URLSearchParams): string => {
      if (query.get('appid') !== parts.appId) return refuse(40013);
      if (query.get('secret') !== parts.secret) return refuse(40125);
      if (query.get('grant_type') !== 'authorization_code') return refuse(40002);
      return redeem(query.get('js_code') ?? '');
    },
  };
}
