import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { noticeWords } from '../../../cloud/cli/notice-words.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CANARIES } from '../../support/canaries.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import {
  type NoticeCommandOptions,
  runNoticeCommand,
  toAccountEnv,
  toNoticeId,
} from '../../support/notice-command.ts';
import { logIn, type TestReader } from '../../support/reader.ts';

let endpoint: TestApp;
let readers: TestReader[];
beforeEach(async () => {
  endpoint = await createTestApp();
  readers = [await logIn(endpoint, CANARIES.openid), await logIn(endpoint, CANARIES.otherOpenid)];
  for (const reader of readers) await reader.accept('notices');
});
afterEach(() => endpoint.drop());

const run = (words: string[], options?: NoticeCommandOptions) =>
  runNoticeCommand(endpoint, words, options);

async function publish(...flags: string[]): Promise<string> {
  const draft = makeArticleDraft({ channelId: 'notices' });
  const { id } = await saveArticle(endpoint.store, draft, TEST_NOW);
  return toNoticeId(await run(['publish', id, ...flags]));
}

const count = () => endpoint.wechat.server.countMessages();

describe('deliver', () => {
  it('spreads what was planned, sends it once, and says how it went', async () => {
    const id = await publish('--at', '2026-11-24 09:00');
    expect(await run(['deliver'])).toEqual({
      ...{ code: 0, err: '' },
      out: noticeWords.deliveredNothing,
    });
    const now = () => Date.parse('2026-11-24T09:00:00+08:00');
    const out = [
      noticeWords.delivered,
      noticeWords.count({ state: 'sent', code: null, count: 2 }),
    ].join('\n');
    expect(await run(['deliver'], { now })).toEqual({ code: 0, err: '', out });
    const later = () => now() + 1;
    expect((await run(['deliver'], { now: later })).out).toBe(noticeWords.deliveredNothing);
    expect(count()).toBe(2);
    expect((await run(['show', id])).out).toContain(
      noticeWords.count({ state: 'sent', code: null, count: 2 }),
    );
  });

  it('waits for permits to send until all are sent', async () => {
    await publish();
    let at = TEST_NOW;
    const options = {
      now: () => at,
      env: { ...toAccountEnv(endpoint), NOTICE_RATE: '1' },
      pause: async () => {
        at += 1_000;
      },
    };
    const { out } = await run(['deliver'], options);
    expect(out).toContain(noticeWords.count({ state: 'sent', code: null, count: 2 }));
    expect(count()).toBe(2);
    expect(at).toBeGreaterThan(TEST_NOW);
  });

  it('leaves what is not urgent until the morning', async () => {
    await publish();
    const now = () => Date.parse('2026-11-23T21:00:00+08:00');
    const out = [noticeWords.deliveredNothing, noticeWords.waiting(2)].join('\n');
    expect(await run(['deliver'], { now })).toEqual({ code: 0, err: '', out });
    expect(count()).toBe(0);
  });

  it('fails with the reason when the line stops, and goes on after resume', async () => {
    await publish();
    endpoint.wechat.server.setIpAllowed(false);
    const { code, err, out } = await run(['deliver']);
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      noticeWords.stopped('all', 40164),
      noticeWords.stopTimes(TEST_NOW, TEST_NOW + 600_000),
    ]);
    expect(out).toContain(noticeWords.waiting(2));
    endpoint.wechat.server.setIpAllowed(true);
    expect((await run(['deliver'])).code).toBe(1);
    await run(['resume']);
    expect(await run(['deliver'])).toMatchObject({ code: 0, err: '' });
    expect(count()).toBe(2);
  });

  it('counts those whom WeChat refuses, with the reason', async () => {
    await publish();
    endpoint.wechat.server.refuseInSettings(CANARIES.openid, 'sample-notice-template');
    const { code, out } = await run(['deliver']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      noticeWords.delivered,
      noticeWords.count({ state: 'refused', code: 43101, count: 1 }),
      noticeWords.count({ state: 'sent', code: null, count: 1 }),
    ]);
  });

  it.each([
    [{}, noticeWords.noAccount],
    [{ WECHAT_APPID: 'wx' }, '设置：WECHAT_SECRET missing'],
  ])('sends nothing with %j', async (env, sentence) => {
    const { code, out, err } = await run(['deliver'], { env });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  });
});
