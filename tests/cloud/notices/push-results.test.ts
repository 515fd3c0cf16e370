import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import type { NoticePage } from '../../../types/notice.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { runNoticeCommand, toNoticeId } from '../../support/notice-command.ts';
import { logIn } from '../../support/reader.ts';
import type { Fault } from '../../support/wechat-server/faults.ts';

let endpoint: TestApp;
let url = '';
beforeAll(async () => {
  endpoint = await createTestApp();
  await endpoint.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = endpoint.app.server.address() as { port: number };
  url = `http://127.0.0.1:${port}/v1/wechat/push`;
});
afterAll(() => endpoint.drop());

/** What WeChat tells of a message while nobody has read its answer yet. */
const ROWS: readonly {
  name: string;
  errorCode: number;
  fault: Fault | undefined;
  inbox: string;
  credits: number;
  editor: string;
}[] = [
  {
    ...{ name: 'arrived, and no answer', errorCode: 0, fault: 'timeout-after' },
    ...{ inbox: 'sent', credits: 1, editor: '　　已发送 1' },
  },
  {
    ...{ name: 'arrived, before the answer', errorCode: 0, fault: undefined },
    ...{ inbox: 'sent', credits: 1, editor: '　　已发送 1' },
  },
  {
    ...{ name: 'no subscription', errorCode: 43_101, fault: 'timeout-after' },
    ...{ inbox: 'refused', credits: 0, editor: '　　微信没有收下 1：' },
  },
  {
    ...{ name: 'something else', errorCode: 99_999, fault: 'timeout-after' },
    ...{ inbox: 'failed', credits: 2, editor: '　　没有发出（订阅次数已退回） 1：' },
  },
];

describe('what WeChat tells of a message under way', () => {
  it.each(ROWS)('$name', async ({ name, errorCode, fault, inbox, credits, editor }) => {
    const { server, settings, deliver } = endpoint.wechat;
    const reader = await logIn(endpoint, `oCANARY0result${Math.abs(errorCode)}${fault ?? ''}`);
    // Those of the rows before have had theirs.
    await endpoint.store.pool.query('DELETE FROM subscriptions');
    for (let times = 0; times < 2; times += 1) await reader.accept('notices');
    const draft = makeArticleDraft({ channelId: 'notices', title: name });
    const { id: articleId } = await saveArticle(endpoint.store, draft, TEST_NOW);
    const id = toNoticeId(await runNoticeCommand(endpoint, ['publish', articleId]));

    server.setFaults([fault ?? null]);
    const pushes: Promise<{ isTaken: boolean }>[] = [];
    const stopListening = server.onMessage(({ openid, templateId, msgid }) => {
      const items = [{ TemplateId: templateId, MsgID: msgid, ErrorCode: errorCode }];
      const event = { event: 'subscribe_msg_sent_event', openid, items };
      pushes.push(server.push({ url, token: settings.push?.token ?? '' }, event));
    });
    await deliver();
    stopListening();
    const outcomes = await Promise.all(pushes);
    expect(outcomes.map(({ isTaken }) => isTaken)).toEqual([true]);

    const { items } = (await reader.call('GET', '/v1/notices')).body as NoticePage;
    expect(items.map((item) => [item.id, item.delivery])).toEqual([[id, inbox]]);
    expect((await reader.call('GET', '/v1/subscriptions')).body).toMatchObject({
      subscriptions: [{ topicId: 'notices', credits }],
    });
    expect((await runNoticeCommand(endpoint, ['show', id])).out).toContain(editor);
    expect((await endpoint.store.pool.query('SELECT 1 FROM delivery_lanes')).rows).toEqual([]);
  });
});
