import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { noticeWords } from '../../../cloud/cli/notice-words.ts';
import { saveArticle } from '../../../cloud/store/save-article.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { makeArticleDraft } from '../../support/drafts.ts';
import { toNoticeId } from '../../support/notice-command.ts';
import { runProgram } from '../../support/run-program.ts';

// Each run starts Node anew, on a machine that may be busy.
jest.setTimeout(120_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const runNotice = (...words: string[]) => runProgram('cloud/cli/notice.ts', words, database.env);

describe('npm run notice', () => {
  it('publishes, shows and cancels with the sample templates where nothing is configured', async () => {
    const draft = makeArticleDraft({ channelId: 'notices' });
    const { id } = await saveArticle(database.store, draft, Date.now());
    const next = new Date(Date.now() + 7 * 24 * 60 * 60_000).toISOString();
    const published = await runNotice('publish', id, '--note', '请转告', '--at', next);
    expect(published).toMatchObject({ code: 0, stderr: '' });
    expect(published.stdout).toContain('使用样例模板');
    const notice = toNoticeId({ code: 0, out: published.stdout, err: '' });
    const shown = await runNotice('show', notice);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain(noticeWords.state('scheduled', null));
    const cancelled = await runNotice('cancel', notice);
    expect(cancelled).toEqual({ code: 0, stderr: '', stdout: `${noticeWords.cancelled(0)}\n` });
  });

  it('shows how it is used when it was not understood', async () => {
    const { code, stdout, stderr } = await runNotice('publish', 'x', '--at');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`${noticeWords.needsValue('--at')}\n\n${noticeWords.usage}\n`);
  });

  it('says alone what is wrong about a value', async () => {
    const { code, stderr } = await runNotice('publish', 'x', '--at', '明天');
    expect({ code, stderr }).toEqual({ code: 2, stderr: `${noticeWords.badTime('明天')}\n` });
  });

  it('explains itself', async () => {
    const ended = await runNotice('--help');
    expect(ended).toEqual({ code: 0, stderr: '', stdout: `${noticeWords.usage}\n` });
  });
});
