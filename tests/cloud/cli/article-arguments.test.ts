import { describe, expect, it } from '@jest/globals';
import { parseArticleArguments } from '../../../cloud/cli/article/article-arguments.ts';
import { articleWords } from '../../../cloud/cli/article/article-words.ts';

const NOTE = { by: undefined, note: '' };
const at = (text: string) => Date.parse(text);

describe('the words after npm run article --', () => {
  it.each<[string[], object]>([
    [['list'], { kind: 'list', state: undefined, channelId: undefined }],
    [['list', '--state', '已撤回'], { kind: 'list', state: 'withdrawn' }],
    [['list', '--state', 'draft', '--channel', 'news'], { state: 'draft', channelId: 'news' }],
    [['show', ' 家风 '], { kind: 'show', named: '家风' }],
    [['publish', 'x', '--by', '张三'], { kind: 'life', by: '张三', change: { kind: 'publish' } }],
    [
      ['schedule', 'x', '--at', '2026-12-01 09:00'],
      { ...NOTE, change: { kind: 'schedule', at: at('2026-12-01T09:00:00+08:00') } },
    ],
    [
      ['withdraw', 'x', '--reason', ' 日期 有误 ', '--note', '见来信'],
      { note: '见来信', change: { kind: 'withdraw', reason: '日期 有误' } },
    ],
    [['pin', 'x'], { change: { kind: 'pin', until: null } }],
    // A day is over when it ends.
    [
      ['pin', 'x', '--until', '2026-12-31'],
      { change: { kind: 'pin', until: at('2027-01-01T00:00:00+08:00') } },
    ],
    [
      ['expire', 'x', '--at', '2026年12月1日'],
      { change: { kind: 'expire', at: at('2026-12-02T00:00:00+08:00') } },
    ],
    [['expire', 'x', '--never'], { change: { kind: 'expire', at: null } }],
    [['unpin', 'x'], { change: { kind: 'unpin' } }],
    [['draft', 'x'], { change: { kind: 'draft' } }],
    [
      ['correct', 'x', '--title', '新  题', '--date', '2026/1/2', '--based-on', '3'],
      { words: { title: '新 题', publishedAt: '2026-01-02' }, bodyFile: undefined, base: 3 },
    ],
    [
      ['correct', 'x', '--channel', 'rights', '--body', 'a b.txt'],
      { words: { channelId: 'rights' }, bodyFile: 'a b.txt', base: undefined },
    ],
    [['history', 'x'], { kind: 'history', named: 'x' }],
    [['restore', 'x', '--version', '2'], { kind: 'restore', version: 2 }],
  ])('%j', (words, command) => {
    expect(parseArticleArguments(words)).toMatchObject({ kind: 'run', command });
  });

  it.each<[string[], 'misused' | 'refused', string]>([
    [[], 'misused', articleWords.noCommand],
    [['erase'], 'misused', articleWords.unknownCommand('erase')],
    [['show'], 'misused', articleWords.noOperand],
    [['show', 'a', 'b'], 'misused', articleWords.tooMuch('b')],
    [['list', 'a'], 'misused', articleWords.tooMuch('a')],
    [['show', 'a', '--loud'], 'misused', articleWords.unknownFlag('--loud')],
    [['show', 'a', '--by', 'b'], 'misused', articleWords.foreignFlag('show', '--by')],
    [['correct', 'a', '--title', '--by'], 'misused', articleWords.needsValue('--title')],
    [['expire', 'a', '--never=1'], 'misused', articleWords.takesNoValue('--never')],
    [['schedule', 'a'], 'misused', articleWords.noTime],
    [['schedule', 'a', '--at', '2026-12-01'], 'refused', articleWords.noClock],
    [
      ['schedule', 'a', '--at', '2026-02-30 09:00'],
      'refused',
      articleWords.badTime('2026-02-30 09:00'),
    ],
    [['expire', 'a'], 'misused', articleWords.noEnd],
    [['expire', 'a', '--never', '--at', '2026-12-01'], 'misused', articleWords.noEnd],
    [['withdraw', 'a'], 'misused', articleWords.noReason],
    [['withdraw', 'a', '--reason', '一\n二'], 'refused', articleWords.controls('reason')],
    // As invisible as nothing, but more than that to a computer.
    [['correct', 'a', '--title', '\u200b'], 'misused', articleWords.needsValue('--title')],
    [['correct', 'a', '--source', ' \ufeff'], 'misused', articleWords.needsValue('--source')],
    [['correct', 'a'], 'misused', articleWords.noCorrection],
    [
      ['correct', 'a', '--title', '题'.repeat(201)],
      'refused',
      articleWords.tooLong('title', 201, 200),
    ],
    [
      ['correct', 'a', '--summary', '摘'.repeat(81)],
      'refused',
      articleWords.tooLong('summary', 81, 80),
    ],
    [['correct', 'a', '--date', '昨天'], 'refused', articleWords.badTime('昨天')],
    [['restore', 'a'], 'misused', articleWords.noVersion],
    [['restore', 'a', '--version', '0'], 'refused', articleWords.badVersion('0')],
    [['list', '--state', '好'], 'refused', articleWords.badState('好')],
  ])('%j is not done', (words, kind, reason) => {
    expect(parseArticleArguments(words)).toEqual({ kind, reason });
  });

  it('explains itself: every command and every flag stands in the help', () => {
    expect(parseArticleArguments(['publish', '--help'])).toEqual({ kind: 'help' });
    for (const word of [
      'list',
      'show',
      'history',
      'publish',
      'schedule',
      'draft',
      'withdraw',
      'pin',
      'unpin',
      'expire',
      'correct',
      'restore',
      '--state',
      '--reason',
      '--until',
      '--never',
      '--based-on',
      '--body',
      '--by',
      '--note',
    ]) {
      expect(articleWords.usage).toContain(word);
    }
  });
});
