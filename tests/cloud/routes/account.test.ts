import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveNotice } from '../../../cloud/store/notices.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CROWD_TEMPLATE, CROWD_TOPIC, makeCrowdNotice } from '../../support/crowd.ts';
import { logIn, makeReportId, type TestReader } from '../../support/reader.ts';

const ROUNDS = 40;
const OPENID = 'oCANARY0leaving';

let endpoint: TestApp;
let notice: string;
beforeAll(async () => {
  endpoint = await createTestApp();
  const draft = await makeCrowdNotice(endpoint.store, TEST_NOW);
  await saveNotice(endpoint.store, draft, TEST_NOW);
  notice = draft.id;
});
afterAll(() => endpoint.drop());

const accepted = [{ topicId: CROWD_TOPIC, templateId: CROWD_TEMPLATE }];
const report = ({ call }: TestReader) =>
  call('POST', '/v1/subscriptions', { reportId: makeReportId(), accepted });

/** What a phone may do while another one of the same reader deletes the account; each with the answers that are right. */
const BESIDE = [
  { name: 'a login', act: () => endpoint.app.inject(toLogin()), right: [200] },
  { name: 'a report', act: report, right: [200, 401] },
  {
    name: 'a notice that is read',
    act: ({ call }: TestReader) => call('POST', `/v1/notices/${notice}/read`),
    right: [401, 404],
  },
  {
    name: 'another deletion',
    act: ({ call }: TestReader) => call('DELETE', '/v1/account'),
    right: [204, 401],
  },
];

let codes = 0;
function toLogin() {
  codes += 1;
  const code = `beside${codes}`;
  endpoint.wechat.server.addLoginCode(code, OPENID);
  return { method: 'POST' as const, url: '/v1/session', payload: { code } };
}

const toStatus = (answer: { status: number } | { statusCode: number }): number =>
  'status' in answer ? answer.status : answer.statusCode;

describe('the deletion of an account', () => {
  it.each(BESIDE)('is no error to $name beside it', async ({ act, right }) => {
    const seen = new Set<number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const reader = await logIn(endpoint, OPENID);
      const beside = Array.from({ length: 6 }, () => act(reader));
      const deleted = reader.call('DELETE', '/v1/account');
      const after = Array.from({ length: 6 }, () => act(reader));
      expect([204, 401]).toContain((await deleted).status);
      for (const answer of await Promise.all([...beside, ...after])) seen.add(toStatus(answer));
    }
    expect([...seen].filter((status) => !right.includes(status))).toEqual([]);
  });

  it('leaves its reader unauthorized, and free to come back', async () => {
    const reader = await logIn(endpoint, OPENID);
    expect((await reader.call('DELETE', '/v1/account')).status).toBe(204);
    expect((await report(reader)).status).toBe(401);
    expect((await report(await logIn(endpoint, OPENID))).status).toBe(200);
  });
});
