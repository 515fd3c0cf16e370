import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { logIn } from '../../support/reader.ts';

const JSON_TYPE = 'application/json';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.drop());

/** As wx.request sends it: the type is there whether anything is sent or not. */
async function send(method: 'GET' | 'POST' | 'DELETE', url: string, body = '') {
  const { token } = await logIn(test, 'reader-of-empty-bodies');
  return test.app.inject({
    ...{ method, url, payload: body },
    headers: { authorization: `Bearer ${token}`, 'content-type': JSON_TYPE },
  });
}

describe('a request that says it is JSON and has no body', () => {
  it.each<['GET' | 'POST' | 'DELETE', string, number]>([
    ['GET', '/v1/account', 200],
    ['DELETE', '/v1/subscriptions/notices', 200],
    ['DELETE', '/v1/session', 204],
    ['DELETE', '/v1/account', 204],
    ['POST', '/v1/notices/nosuchnotice/read', 404],
  ])('%s %s is one without a body: %i', async (method, url, status) => {
    expect((await send(method, url)).statusCode).toBe(status);
  });

  it.each([
    ['nothing', ''],
    ['JSON cut off', '{"reportId":'],
    ['a member that would change prototypes', '{"__proto__":{}}'],
  ])('%s is still refused where a body is needed', async (_what, body) => {
    const answer = await send('POST', '/v1/subscriptions', body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid_request' });
  });
});
