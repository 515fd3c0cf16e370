import type { FastifyInstance } from 'fastify';
import type { WechatServer } from './wechat-server/wechat-server.ts';

/** Values that may stand nowhere but in calls to WeChat; every test that needs one of their kind uses these. */
export const CANARIES = {
  openid: 'oCANARY0openid0000000000001',
  otherOpenid: 'oCANARY0openid0000000000002',
  secret: 'ca9a5ec5e7ca9a5ec5e7ca9a5ec5e7ca',
  pushToken: 'CANARYpushtoken00001',
  phone: '13700750137',
} as const;

/** Every openid of a test and of the simulated phone. */
const OPENID = /oCANARY0\w*|oSimulator0+/;

export interface CanaryWatch {
  /** Takes each line of the log. */
  stream: { write: (line: string) => void };
  /** Watches what the app answers. */
  watch: (app: FastifyInstance) => void;
  /** @throws Error that names where a canary was seen */
  check: () => void;
}

const toText = (payload: unknown): string => (typeof payload === 'string' ? payload : '');

/** Keeps all that an endpoint logs and answers, and looks for what may not be there. */
export function createCanaryWatch(wechat: WechatServer): CanaryWatch {
  const seen: { where: string; text: string }[] = [];
  const fixed = Object.values(CANARIES);
  const find = (text: string): string | undefined => {
    const known = [...fixed, ...wechat.issuedTokens, ...wechat.issuedSessionKeys];
    return known.find((value) => text.includes(value)) ?? OPENID.exec(text)?.[0];
  };
  return {
    stream: { write: (text) => seen.push({ where: 'the log', text }) },
    watch: (app) => {
      app.addHook('onSend', async (request, reply, payload) => {
        const headers = JSON.stringify(reply.getHeaders());
        const text = `${headers}\n${toText(payload)}`;
        seen.push({ where: `the answer to ${request.method} ${request.routeOptions.url}`, text });
        return payload;
      });
    },
    check: () => {
      for (const { where, text } of seen) {
        const canary = find(text);
        if (canary !== undefined)
          throw new Error(`${where} tells ${canary}: ${text.slice(0, 400)}`);
      }
    },
  };
}
