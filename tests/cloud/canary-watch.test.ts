import { describe, expect, it } from '@jest/globals';
import type { Session } from '../../types/session.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { CANARIES } from '../support/canaries.ts';
import { logIn } from '../support/reader.ts';
import { runProgram } from '../support/run-program.ts';

/** What would be a leak, and what the watch says to it. */
const LEAKS: [
  what: string,
  leak: (endpoint: TestApp) => Promise<unknown> | unknown,
  told: RegExp,
][] = [
  [
    'an openid in the details of the deliverer’s log',
    ({ wechat }) => wechat.log.info({ delivery: CANARIES.openid }, 'a message'),
    /the log tells oCANARY0/,
  ],
  [
    'a secret in the words of an error of the worker',
    ({ wechat }) => wechat.log.warn({ err: new Error(CANARIES.secret) }, 'sending failed'),
    /the log tells ca9a5ec5e7/,
  ],
  [
    'a secret in the message of an error',
    ({ wechat }) => {
      wechat.log.warn({ err: new Error(`sending ${CANARIES.pushToken} failed`) }, 'failed');
    },
    /the log tells CANARYpushtoken/,
  ],
  [
    'our own token in the log',
    async (endpoint) => {
      const { token } = await logIn(endpoint, CANARIES.openid);
      endpoint.app.log.info({ token }, 'a log-in');
    },
    /the log tells [\w-]{43}:/,
  ],
  [
    'our own token in an answer that did not give it',
    async (endpoint) => {
      endpoint.app.get('/leak', async (request) => request.headers.authorization);
      const { token } = await logIn(endpoint, CANARIES.openid);
      await endpoint.app.inject({ url: '/leak', headers: { authorization: token } });
    },
    /the answer to GET \/leak tells [\w-]{43}:/,
  ],
  [
    'somebody else’s token in the answer to a log-in',
    async (endpoint) => {
      const first = await logIn(endpoint, CANARIES.openid);
      endpoint.wechat.server.addLoginCode('code', CANARIES.otherOpenid);
      await endpoint.app.inject({
        ...{ method: 'POST', url: '/v1/session', payload: { code: 'code' } },
        headers: { 'x-request-id': first.token },
      });
    },
    /the answer to POST \/v1\/session tells [\w-]{43}:/,
  ],
  [
    'an openid in an answer',
    (endpoint) => {
      endpoint.app.get('/leak', async () => ({ openid: CANARIES.otherOpenid }));
      return endpoint.app.inject('/leak');
    },
    /the answer to GET \/leak tells oCANARY0/,
  ],
];

describe('the watch of every test app', () => {
  it.each(LEAKS)('sees %s', async (_what, leak, told) => {
    const endpoint = await createTestApp();
    await leak(endpoint);
    await expect(endpoint.drop()).rejects.toThrow(told);
  });

  it('lets a log-in give its reader a token', async () => {
    const endpoint = await createTestApp();
    endpoint.wechat.server.addLoginCode('code', CANARIES.openid);
    const payload = { code: 'code' };
    const answer = await endpoint.app.inject({ method: 'POST', url: '/v1/session', payload });
    expect(answer.json<Session>().token).toHaveLength(43);
    await endpoint.drop();
  });
});

describe('the watch of every program', () => {
  it.each([
    ['stdout', CANARIES.secret],
    ['stderr', 'oCANARY0anybody'],
  ])('sees a canary in %s', async (stream, canary) => {
    const ended = runProgram('tests/fixtures/programs/tell.mjs', [stream, `so: ${canary}`], {});
    await expect(ended).rejects.toThrow(`a program tells ${canary}`);
  });

  it('lets a program tell anything else', async () => {
    const ended = runProgram('tests/fixtures/programs/tell.mjs', ['stdout', 'words'], {});
    expect(await ended).toEqual({ code: 0, stdout: 'words', stderr: '' });
  });
});
