import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noticeWords } from '../../../cloud/cli/notice-words.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { saveEvent } from '../../../cloud/store/save-event.ts';
import type { Account } from '../../../types/account.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { CANARIES } from '../../support/canaries.ts';
import { makeArticleDraft, makeEventDraft } from '../../support/drafts.ts';
import {
  type NoticeCommandOptions,
  runNoticeCommand,
  toNoticeId,
} from '../../support/notice-command.ts';
import { logIn, type TestReader } from '../../support/reader.ts';
import { TEMPLATES_PATH } from '../../support/sample-templates.ts';

let endpoint: TestApp;
let rich: TestReader;
beforeAll(async () => {
  endpoint = await createTestApp();
  rich = await logIn(endpoint, CANARIES.openid);
});
afterAll(() => endpoint.drop());

const run = (words: string[], options?: NoticeCommandOptions) =>
  runNoticeCommand(endpoint, words, options);
const at = (time: string) => ({ now: () => Date.parse(`2026-11-23T${time}:00+08:00`) });

let made = 0;
async function makeArticle(channelId: string, title?: string): Promise<string> {
  made += 1;
  const draft = makeArticleDraft({ channelId, title: title ?? `第 ${made} 篇` });
  const { id } = await saveArticle(endpoint.store, draft, TEST_NOW);
  return id;
}

const readNotices = () => endpoint.store.db.selectFrom('notices').selectAll().execute();
const readCode = async () => ((await rich.call('GET', '/v1/account')).body as Account).code;

describe('publish', () => {
  it('finds an article by words of its title, and asks which one where there are several', async () => {
    const id = await makeArticle('family', '亲子阅读 100% 打卡');
    await makeArticle('family', '亲子阅读 100 天');
    const several = await run(['publish', '亲子阅读', '--dry-run']);
    expect(several).toMatchObject({ code: 1, out: '' });
    expect(several.err).toContain(id);
    expect(several.err.split('\n').length).toBeGreaterThan(2);
    const one = await run(['publish', '100% 打', '--dry-run']);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(one.out).toContain('亲子阅读 100% 打卡');
  });

  it('shows the message with the names of its values, its readers and its time, and saves it', async () => {
    await rich.accept('channel:rights');
    const other = await logIn(endpoint, CANARIES.otherOpenid);
    await other.accept('channel:rights');
    const id = await makeArticle('rights', '怎样留证据');
    const end = await run(['publish', id, '--note', '请转告']);
    expect(end).toMatchObject({ code: 0, err: '' });
    const notice = toNoticeId(end);
    expect(end.out.split('\n')).toEqual([
      '维权服务　怎样留证据',
      '　　phrase1（栏目）　维权服务',
      '　　thing2（标题）　怎样留证据',
      '　　date3（发布时间）　2023年11月15日',
      '　　thing4（固定文字）　点开查看全文',
      `　　点开　pages/article/index?id=${id}&notice=${notice}`,
      noticeWords.audience(2, 0),
      '发送时间　现在',
      noticeWords.saved(notice),
      noticeWords.next(notice),
    ]);
    expect(await readNotices()).toMatchObject([
      { id: notice, article_id: id, note: '请转告', state: 'published', urgent: false },
    ]);
    const second = await makeArticle('rights');
    const { out } = await run(['publish', second, '--dry-run']);
    expect(out).toContain(noticeWords.audience(0, 2));
  });

  it('finds an event by its id', async () => {
    const { id } = await saveEvent(endpoint.store, makeEventDraft(), TEST_NOW);
    const end = await run(['publish', id]);
    expect(end).toMatchObject({ code: 0, err: '' });
    expect(end.out).toContain('新活动　亲子阅读日');
    expect(end.out).toContain('　　thing3（地点）　妇女儿童活动中心');
    expect(end.out).toContain(`pages/event/index?id=${id}&notice=${toNoticeId(end)}`);
    expect(end.out).toContain(noticeWords.nobody);
  });

  it('saves nothing in a dry run', async () => {
    const id = await makeArticle('notices');
    const before = await readNotices();
    const end = await run(['publish', id, '--dry-run', '--at', '2026-11-24 09:00']);
    expect(end).toMatchObject({ code: 0, err: '' });
    expect(end.out).toContain('发送时间　2026-11-24 09:00');
    expect(end.out.split('\n').at(-1)).toBe(noticeWords.dryRun);
    expect(await readNotices()).toEqual(before);
  });

  it('tells of the same content once, unless it is wanted again', async () => {
    const id = await makeArticle('notices');
    const first = toNoticeId(await run(['publish', id]));
    for (const words of [
      ['publish', id],
      ['publish', id, '--dry-run'],
    ]) {
      const end = await run(words);
      expect(end.code).toBe(1);
      expect(end.err).toBe(noticeWords.toldBefore(first, 'published', TEST_NOW));
      expect(end.err).toMatch(/2026-11-23 10:00.*--again/);
    }
    const again = await run(['publish', id, '--again']);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(toNoticeId(again)).not.toBe(first);
  });

  it.each([
    ['10:00', [], '现在'],
    ['21:00', [], '现在是夜间，08:00 后发送（加 --urgent 马上发）'],
    ['07:59', ['--urgent'], '现在'],
    ['10:00', ['--at', '2026-11-24 09:00'], '2026-11-24 09:00'],
    [
      '10:00',
      ['--at', '2026-11-24 22:30'],
      '2026-11-24 22:30；那时是夜间，08:00 后发送（加 --urgent 准时发）',
    ],
    ['10:00', ['--at', '2026-11-24 22:30', '--urgent'], '2026-11-24 22:30'],
  ])('at %s with %j sends: %s', async (time, flags, sending) => {
    const id = await makeArticle('notices');
    const { out } = await run(['publish', id, ...flags, '--dry-run'], at(time));
    expect(out.split('\n')).toContain(`发送时间　${sending}`);
  });

  it('plans a notice, which tells nobody before', async () => {
    await rich.accept('notices');
    const id = await makeArticle('notices');
    const end = await run(['publish', id, '--at', '2026-11-24 09:00']);
    const notice = toNoticeId(end);
    const due = Date.parse('2026-11-24T09:00:00+08:00');
    expect(end.out).toContain(noticeWords.planned(notice, due));
    const shown = await run(['show', notice]);
    expect(shown.out).toContain(noticeWords.state('scheduled', null));
    expect(shown.out).toContain(noticeWords.noCounts);
    const told = await run(['publish', id]);
    expect(told.err).toBe(noticeWords.toldBefore(notice, 'scheduled', due));
    expect(await run(['cancel', notice])).toEqual({
      ...{ code: 0, err: '' },
      out: noticeWords.cancelled(0),
    });
    expect((await run(['publish', id, '--dry-run'])).code).toBe(0);
  });

  it.each(['000000000000', '没有', 'x'])('knows no article or event %s', async (id) => {
    expect(await run(['publish', id])).toEqual({
      ...{ code: 1, out: '' },
      err: noticeWords.noSubject(id),
    });
  });

  it('can not be made to move the cursor of a terminal', async () => {
    const id = await makeArticle('notices', '甲\u001b[2J乙');
    const { out } = await run(['publish', id, '--dry-run']);
    expect(out).toContain('甲�[2J乙');
    expect(out).not.toContain('\u001b');
  });
});

describe('the templates', () => {
  it('are those of the sample where nothing is configured, and it says so', async () => {
    const id = await makeArticle('notices');
    const end = await run(['publish', id, '--dry-run'], { env: {} });
    expect(end.code).toBe(0);
    expect(end.out.split('\n')[0]).toBe(
      noticeWords.sampleTemplates('config/notice-templates.sample.json'),
    );
  });

  it.each([
    [{ WECHAT_APPID: 'wx' }, noticeWords.noTemplates],
    [{ NODE_ENV: 'production' }, noticeWords.noTemplates],
    [{ NOTICE_TEMPLATES: 'none.json' }, noticeWords.badTemplates('none.json: ')],
  ])('are never those of the sample with %j', async (env, sentence) => {
    const id = await makeArticle('notices');
    const { code, err, out } = await run(['publish', id], { env });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(sentence);
  });

  it('that are missing are named', async () => {
    const id = await makeArticle('notices');
    const only = new URL('../../fixtures/notices/only-events.json', import.meta.url);
    const end = await run(['publish', id], { env: { NOTICE_TEMPLATES: only.pathname } });
    expect(end).toEqual({ code: 1, out: '', err: noticeWords.noTemplate('通知公告', 'notice') });
  });

  it('named without an account are used', async () => {
    const id = await makeArticle('notices');
    const end = await run(['publish', id, '--dry-run'], {
      env: { NOTICE_TEMPLATES: TEMPLATES_PATH },
    });
    expect(end).toMatchObject({ code: 0, err: '' });
    expect(end.out).not.toContain('样例');
  });
});

describe('test', () => {
  it('sends to one reader alone, at night too, as often as wanted', async () => {
    const id = await makeArticle('policy');
    await rich.accept('channel:policy');
    await rich.accept('channel:policy');
    const code = await readCode();
    for (const written of [code, ` ${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`]) {
      const before = endpoint.wechat.server.countMessages();
      const end = await run(['test', id, '--to', written, '--note', '试'], at('23:00'));
      expect(end).toMatchObject({ code: 0, err: '' });
      expect(end.out).toContain(noticeWords.onlyTo(written.trim()));
      expect(end.out).toContain('发送时间　现在');
      endpoint.setNow(at('23:00').now());
      await endpoint.wechat.deliver();
      endpoint.setNow(TEST_NOW);
      expect(endpoint.wechat.server.countMessages()).toBe(before + 1);
      expect(endpoint.wechat.server.messages.at(-1)).toMatchObject({ openid: rich.openid });
      const shown = await run(['show', toNoticeId(end)]);
      expect(shown.out).toContain(noticeWords.count({ state: 'sent', code: null, count: 1 }));
      expect(shown.out).toContain(noticeWords.single);
    }
    expect((await run(['publish', id, '--dry-run'])).code).toBe(0);
  });

  it('says that the reader has to subscribe first, and saves nothing', async () => {
    const id = await makeArticle('family');
    const before = await readNotices();
    const end = await run(['test', id, '--to', await readCode()]);
    expect(end.code).toBe(1);
    expect(end.err).toBe(noticeWords.noCredit('家庭家教'));
    expect(await readNotices()).toEqual(before);
  });

  it('does not send to who left the topic, though a credit is left', async () => {
    const id = await makeArticle('models');
    await rich.accept('channel:models');
    await rich.call('DELETE', '/v1/subscriptions/channel:models');
    const end = await run(['test', id, '--to', await readCode()]);
    expect(end.err).toBe(noticeWords.noCredit('巾帼风采'));
  });

  it('knows no such reader', async () => {
    const id = await makeArticle('notices');
    expect(await run(['test', id, '--to', 'ABCDEFGH'])).toEqual({
      ...{ code: 1, out: '' },
      err: noticeWords.noAccountOf('ABCDEFGH'),
    });
  });
});
