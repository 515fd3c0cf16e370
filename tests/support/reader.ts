import type { Session } from '../../types/session.ts';
import type { SubscriptionList } from '../../types/subscription.ts';
import type { TestApp } from './app.ts';

let made = 0;

export interface TestReader {
  openid: string;
  token: string;
  /** A personal call with the reader's token. */
  call: (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
  ) => Promise<{ status: number; body: unknown }>;
  /** Accepts one message of a topic, at WeChat's and at ours. */
  accept: (topicId: string) => Promise<SubscriptionList>;
}

/** A report id that was never used before. */
export function makeReportId(): string {
  made += 1;
  return `report${String(made).padStart(12, '0')}`;
}

/** A reader who has logged in with a code of wx.login. */
export async function logIn({ app, wechat }: TestApp, openid: string): Promise<TestReader> {
  made += 1;
  const code = `code${made}`;
  wechat.server.addLoginCode(code, openid);
  const session = await app.inject({ method: 'POST', url: '/v1/session', payload: { code } });
  if (session.statusCode !== 200) throw new Error(session.body);
  const { token } = session.json<Session>();
  const call: TestReader['call'] = async (method, url, payload) => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() };
  };
  return {
    ...{ openid, token, call },
    accept: async (topicId) => {
      const { topics } = (await app.inject('/v1/topics')).json<{
        topics: { id: string; templateId: string }[];
      }>();
      const templateId = topics.find(({ id }) => id === topicId)?.templateId ?? '';
      wechat.server.grant(openid, templateId);
      const accepted = [{ topicId, templateId }];
      const report = { reportId: makeReportId(), accepted };
      const { status, body } = await call('POST', '/v1/subscriptions', report);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body as SubscriptionList;
    },
  };
}
