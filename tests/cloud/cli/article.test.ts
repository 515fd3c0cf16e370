import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArticleDraft } from '../../../cloud/domain/drafts.ts';
import { findArticleRecord } from '../../../cloud/store/article-record.ts';
import { changeLife } from '../../../cloud/store/change-article.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { createTestApp, TEST_NOW, type TestApp } from '../../support/app.ts';
import { runArticleCommand } from '../../support/article-command.ts';
import { CANARIES } from '../../support/canaries.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { runNoticeCommand, toNoticeId } from '../../support/notice-command.ts';
import { logIn } from '../../support/reader.ts';
import { type Folder, makeFolder } from '../../support/run-program.ts';
import { makeImage } from '../importer/media/media-files.ts';

let endpoint: TestApp;
let folder: Folder;
const run = (...words: string[]) => runArticleCommand(endpoint.store, words);
const save = (changes: Partial<ArticleDraft> = {}, asDraft = false) =>
  saveArticle(endpoint.store, makeArticleDraft(changes), TEST_NOW, {
    ...{ by: '导入人', from: 'a.txt', asDraft },
  });
const read = async (id: string) => {
  const record = await findArticleRecord(endpoint.store.db, id);
  if (record === undefined) throw new Error(`no article ${id}`);
  return record;
};

beforeAll(async () => {
  endpoint = await createTestApp();
  folder = await makeFolder();
});
afterAll(async () => {
  await folder.remove();
  await endpoint.drop();
});
beforeEach(async () => {
  await endpoint.store.db.deleteFrom('notices').execute();
  await endpoint.store.db.deleteFrom('articles').execute();
});

describe('npm run article', () => {
  it('takes an article through its life, telling what changed each time', async () => {
    const { id } = await save({ title: '家风讲座' }, true);
    const steps: [string[], string[]][] = [
      [
        ['schedule', '家风', '--at', '2026-12-01 09:00'],
        ['状态　草稿 → 定时发布（2026-12-01 09:00）', '现在是第 2 版'],
      ],
      [['publish', id], ['状态　定时发布（2026-12-01 09:00） → 已发布']],
      [['publish', id], ['本来就是这样，没有改动']],
      [['pin', id, '--until', '2026-12-31'], ['置顶　无 → 到 2026-12-31']],
      [['pin', id, '--until', '2026-12-31'], ['已排到置顶的最前面']],
      [['expire', id, '--at', '2026-12-31'], ['过期　无 → 2026-12-31']],
      [
        ['withdraw', id, '--reason', '日期有误'],
        ['状态　已发布 → 已撤回', '置顶　到 2026-12-31 → 无', '撤回原因　无 → 日期有误'],
      ],
      [
        ['publish', id],
        ['状态　已撤回 → 已发布', '撤回原因　日期有误 → 无'],
      ],
    ];
    for (const [words, told] of steps) {
      const { code, out, err } = await run(...words);
      expect([code, err]).toEqual([0, '']);
      for (const line of told) expect(out).toContain(line);
    }
    const { out } = await run('history', id);
    expect(out).toContain('第 7 版　2026-11-23 10:00　撤回　tester　article withdraw　日期有误');
    expect(out).toContain('第 1 版　2026-11-23 10:00　导入　导入人　a.txt');
    expect(out).toContain('article expire　2026-12-31');
    expect((await run('show', id)).out).toMatch(/过期　+2026-12-31\n/);
  });

  it('says why something can’t be done, and changes nothing', async () => {
    const { id } = await save({}, true);
    await save({ title: '巾帼志愿者再出发' });
    const refused: [string[], string][] = [
      [['withdraw', id, '--reason', '有误'], '还没有发布'],
      [['pin', id], '还没有发布'],
      [['show', '没有的'], '没有编号或标题是“没有的”的文章'],
      [['publish', '巾帼志愿者'], `请写编号，或多写几个字：\n  `],
      [['correct', id, '--channel', 'sports'], '没有栏目 sports。可用的栏目：news（妇联动态）'],
      [['correct', id, '--body', 'a.docx'], '只能是 .txt、.html 或 .htm 文件'],
      [['correct', id, '--body', join(folder.path, 'none.txt')], '读不了'],
      [['restore', id, '--version', '2'], '没有第 2 版，最新的是第 1 版'],
    ];
    for (const [words, told] of refused) {
      const { code, out, err } = await run(...words);
      expect([code === 0, out]).toEqual([false, '']);
      expect(err).toContain(told);
    }
    expect((await read(id)).version).toBe(1);
  });

  it('corrects parts, shows what the site says there, and lets them follow again', async () => {
    const { id } = await save({ title: '错题' });
    const first = await run('correct', id, '--title', '对题', '--source', '区妇联', '--by', '李四');
    expect(first.out).toContain(
      '标题　错题 → 对题\n文章出处　江门市妇联 → 区妇联\n《对题》已改，现在是第 2 版。',
    );
    await save({ title: '错题', summary: '新摘要' });
    const { out } = await run('show', id);
    for (const line of [
      '状态　　　已发布',
      '栏目　　　妇联动态',
      '版本　　　第 3 版',
      '导入　摘要　导入人',
      `页面　　　pages/article/index?id=${id}`,
      '编辑改过标题，导入时保留；网站是“错题”',
    ]) {
      expect(out).toContain(line);
    }
    expect((await run('correct', id, '--title', '错题')).out).toContain('标题与网站一致了');
    const late = await run('correct', id, '--title', '又题', '--based-on', '3');
    expect([late.code, late.err]).toEqual([
      1,
      expect.stringContaining('第 3 版之后又改过了（第 4 版'),
    ]);
    expect((await read(id)).siteValues).toEqual({ source: '江门市妇联' });
  });

  it('takes a new body from a file: the pictures beside it, the attachments it had, its summary', async () => {
    const attachments = [{ name: '表', url: '/media/a.pdf', fileType: 'pdf' as const }];
    const { id } = await save({ attachments });
    await writeFile(join(folder.path, 'a.png'), await makeImage('png', 640, 480));
    await writeFile(
      join(folder.path, 'b.html'),
      '<p>新的正文。<script>x()</script></p><img src="a.png">',
    );
    expect((await run('correct', id, '--body', join(folder.path, 'b.html'))).code).toBe(0);
    const { content } = await read(id);
    expect(content).toMatchObject({ summary: '新的正文。', body: { attachments } });
    expect(content.body.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'image']);
    expect(content.body.cover?.url).toMatch(/^\/media\/[0-9a-f]{64}\.webp$/);
    await writeFile(join(folder.path, 'c.txt'), '一 < 二\r\n\r\n三');
    await run('correct', id, '--body', join(folder.path, 'c.txt'), '--summary', '自写');
    expect((await read(id)).content).toMatchObject({
      summary: '自写',
      body: { blocks: [{ spans: [{ text: '一 < 二' }] }, { spans: [{ text: '三' }] }] },
    });
    expect((await run('restore', id, '--version', '1')).out).toContain(
      '正文　2 段，附件 1 个 → 1 段，附件 1 个',
    );
  });

  it('lists by state and channel', async () => {
    await save({ title: '甲' });
    await save({ title: '乙', channelId: 'rights' }, true);
    const { id } = await save({ title: '丙', publishedAt: '2024-01-01' });
    await run('pin', id);
    const titles = async (...words: string[]) =>
      (await run('list', ...words)).out
        .split('\n')
        .map((line) => line.split('　').slice(2).join('　'));
    expect(await titles()).toEqual([
      '已发布 · 置顶　妇联动态　丙',
      expect.any(String),
      expect.any(String),
    ]);
    expect(await titles('--state', '草稿')).toEqual(['草稿　维权服务　乙']);
    expect(await titles('--channel', 'rights')).toEqual(['草稿　维权服务　乙']);
    expect((await run('list', '--state', '已撤回')).out).toBe('没有这样的文章。');
    expect((await run('list', '--channel', 'sports')).code).toBe(2);
  });
});

describe('notices of an article that readers can’t open', () => {
  it.each<[string, boolean, string[], string]>([
    ['draft', true, [], '还是草稿'],
    ['scheduled', true, ['schedule', '--at', '2026-12-01 09:00'], '定时发布，还没有到时间'],
    ['withdrawn', false, ['withdraw', '--reason', '有误'], '已撤回'],
  ])('are refused: %s', async (_state, asDraft, [command, ...flags], told) => {
    const { id } = await save({ channelId: 'notices' }, asDraft);
    if (command) await run(command, id, ...flags);
    for (const named of [id, '巾帼志愿者']) {
      const { code, err } = await runNoticeCommand(endpoint, ['publish', named]);
      expect([code, err]).toEqual([1, expect.stringContaining(told)]);
    }
  });

  it('are taken back when it is withdrawn before they are sent', async () => {
    const { id } = await save({ channelId: 'notices' });
    const planned = await runNoticeCommand(endpoint, ['publish', id, '--at', '2026-12-01 09:00']);
    const noticeId = toNoticeId(planned);
    const { out } = await run('withdraw', id, '--reason', '有误');
    expect(out).toContain(`通知 ${noticeId} 已一并取消`);
    expect((await runNoticeCommand(endpoint, ['show', noticeId])).out).toContain('已取消');
  });

  it('are taken back too while their messages wait in the line, overnight for example', async () => {
    const reader = await logIn(endpoint, CANARIES.openid);
    await reader.accept('notices');
    const { id } = await save({ channelId: 'notices' });
    const noticeId = toNoticeId(await runNoticeCommand(endpoint, ['publish', id]));
    const show = async () => (await runNoticeCommand(endpoint, ['show', noticeId])).out;
    expect(await show()).toContain('等待发送 1');
    const { out } = await run('withdraw', id, '--reason', '有误');
    expect(out).toContain(noticeId);
    expect(await show()).toContain('已取消（订阅次数已退回） 1');
  });

  it('are taken back in the step that withdraws it, should the command be killed after it', async () => {
    const { id } = await save({ channelId: 'notices' });
    const planned = ['publish', id, '--at', '2026-12-01 09:00'];
    const noticeId = toNoticeId(await runNoticeCommand(endpoint, planned));
    const withdrawal = { kind: 'withdraw', reason: '有误' } as const;
    const told = { by: 'tester', from: 'article withdraw', now: TEST_NOW, note: '' };
    expect(await changeLife(endpoint.store, id, withdrawal, told)).toMatchObject({
      cancelled: [noticeId],
    });
    expect((await runNoticeCommand(endpoint, ['show', noticeId])).out).toContain('已取消');
  });
});
