import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Session } from '../../types/session.ts';
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
  check: (wechat: Pick<WechatServer, 'issuedTokens' | 'issuedSessionKeys'>) => void;
}

interface Seen {
  where: string;
  text: string;
  /** The session token that this answer gives to its reader. */
  gives?: string;
}

/** What no text may tell, whoever writes it. @returns undefined when there is none of them in it */
export function findCanary(text: string, others: readonly string[] = []): string | undefined {
  const known = [...Object.values(CANARIES), ...others];
  return known.find((value) => text.includes(value)) ?? OPENID.exec(text)?.[0];
}

/** The token of a log-in's answer. */
function readGiven({ method, routeOptions }: FastifyRequest, status: number, text: string) {
  const isLogin = method === 'POST' && routeOptions.url === '/v1/session' && status === 200;
  return isLogin ? (JSON.parse(text) as Session).token : undefined;
}

const toText = (payload: unknown): string => (typeof payload === 'string' ? payload : '');

/** Keeps all that an endpoint logs and answers, and looks for what may not be there. */
export function createCanaryWatch(): CanaryWatch {
  const seen: Seen[] = [];
  return {
    stream: { write: (text) => seen.push({ where: 'the log', text }) },
    watch: (app) => {
      app.addHook('onSend', async (request, reply, payload) => {
        const body = toText(payload);
        const gives = readGiven(request, reply.statusCode, body);
        seen.push({
          where: `the answer to ${request.method} ${request.routeOptions.url}`,
          text: `${JSON.stringify(reply.getHeaders())}\n${body}`,
          ...(gives !== undefined && { gives }),
        });
        return payload;
      });
    },
    check: ({ issuedTokens, issuedSessionKeys }) => {
      const sessions = seen.flatMap(({ gives }) => gives ?? []);
      for (const { where, text, gives } of seen) {
        const ours = sessions.filter((token) => token !== gives);
        const canary = findCanary(text, [...issuedTokens, ...issuedSessionKeys, ...ours]);
        if (canary !== undefined)
          throw new Error(`${where} tells ${canary}: ${text.slice(0, 400)}`);
      }
    },
  };
}
