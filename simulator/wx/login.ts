import type { Host } from '../host/host.ts';
import { type ApiGroup, async, Refusal } from './api.ts';
import { parseJson } from './http-message.ts';
import { decodeUtf8 } from './text-bytes.ts';
import { tellWeChat } from './wechat-server.ts';

/** wx.login and wx.checkSession. A session is there as soon as the program has logged in since its start. */
export const loginApis: ApiGroup = (host) => ({
  login: async(async () => {
    if (host.network.current === 'none') {
      return new Refusal('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 });
    }
    const code = host.logins.create();
    const refused = await tellWeChat(host, '/phone/login-codes', { code });
    if (refused) return refused;
    host.logins.issue(code);
    return { code };
  }),
  checkSession: async(() => {
    if (!host.logins.isEmpty) return {};
    return new Refusal('session time out, need relogin');
  }),
});

/** Members that a server keeps to itself: `session_key`, `openid` and their other spellings. */
const SECRET = /^(session_?key|open_?id)$/i;

/** Bytes that JSON may begin with, and those of `{` and `[`: pictures need not be read as text. */
const SPACES = [0x20, 0x09, 0x0a, 0x0d];
const OPENING = [0x7b, 0x5b];

/** Looks for secrets in an answer, wherever in its JSON they stand. */
export function noteSecrets(host: Host, bytes: Uint8Array, url: string): void {
  const first = bytes.find((byte) => !SPACES.includes(byte));
  if (first === undefined || !OPENING.includes(first)) return;
  const name = findSecret(parseJson(decodeUtf8(bytes)));
  if (name !== null) host.ledger.breakRule('identity.secret', `${url} answers with ${name}`);
}

function findSecret(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    const found = SECRET.test(name) ? name : findSecret(member);
    if (found !== null) return found;
  }
  return null;
}
