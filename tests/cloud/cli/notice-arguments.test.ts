import { describe, expect, it } from '@jest/globals';
import { parseNoticeArguments } from '../../../cloud/cli/notice-arguments.ts';
import { noticeWords as words } from '../../../cloud/cli/notice-words.ts';

const NOW = Date.parse('2026-11-25T10:00:00+08:00');
const ID = 'abc';

const run = (command: object) => ({ kind: 'run', command });
const publish = (changes: object = {}) =>
  run({
    ...{ kind: 'publish', subjectId: ID, note: '' },
    ...{ isUrgent: false, isRepeat: false, isDryRun: false },
    ...changes,
  });
const misused = (reason: string) => ({ kind: 'misused', reason });
const refused = (reason: string) => ({ kind: 'refused', reason });
const AT = Date.parse('2026-11-26T09:00:00+08:00');
const TOO_LONG = '字'.repeat(201);

describe('the words of the command', () => {
  it.each([
    [['publish', ID], publish()],
    [['publish', ID, '--note', ' 请带伞 '], publish({ note: '请带伞' })],
    [['publish', ID, '--note=--请带伞--'], publish({ note: '--请带伞--' })],
    [['publish', ID, `--note=${'👍'.repeat(200)}`], publish({ note: '👍'.repeat(200) })],
    [['publish', '--urgent', ID], publish({ isUrgent: true })],
    [['publish', ID, '--again', '--dry-run'], publish({ isRepeat: true, isDryRun: true })],
    [['publish', ID, '--at', '2026-11-26 09:00'], publish({ publishAt: AT })],
    [['publish', ID, '--at=2026-11-26T01:00:00Z'], publish({ publishAt: AT })],
    [
      ['test', ID, '--to', 'ab12', '--note', '试'],
      run({ kind: 'test', subjectId: ID, note: '试', code: 'ab12' }),
    ],
    [['test', ID, '--to', 'AB'], run({ kind: 'test', subjectId: ID, note: '', code: 'AB' })],
    [['list'], run({ kind: 'list' })],
    [['show', 'n1'], run({ kind: 'show', noticeId: 'n1' })],
    [['cancel', ' n1 '], run({ kind: 'cancel', noticeId: 'n1' })],
    [['line'], run({ kind: 'line' })],
    [['resume'], run({ kind: 'resume' })],
    [['deliver'], run({ kind: 'deliver' })],
    [['--help'], { kind: 'help' }],
    [['publish', '-h'], { kind: 'help' }],
  ])('%j', (given, expected) => {
    expect(parseNoticeArguments(given, NOW)).toEqual(expected);
  });

  it.each([
    [[], misused(words.noCommand)],
    [['--urgent'], misused(words.noCommand)],
    [['pubish', ID], misused(words.unknownCommand('pubish'))],
    [['toString'], misused(words.unknownCommand('toString'))],
    [['publish'], misused(words.noOperand.subject)],
    [['publish', ' '], misused(words.noOperand.subject)],
    [['test', '--to', 'AB'], misused(words.noOperand.subject)],
    [['test', ID], misused(words.noReader)],
    [['show'], misused(words.noOperand.notice)],
    [['cancel'], misused(words.noOperand.notice)],
    [['list', 'n1'], misused(words.tooMuch('n1'))],
    [['show', 'n1', 'n2'], misused(words.tooMuch('n2'))],
    [['publish', ID, '--note', '请', '带伞'], misused(words.tooMuch('带伞'))],
    [['publish', ID, '--urgnt'], misused(words.unknownFlag('--urgnt'))],
    [['publish', ID, '-x'], misused(words.unknownFlag('-x'))],
    [['publish', ID, '--to', 'AB'], misused(words.foreignFlag('publish', '--to'))],
    [['test', ID, '--to', 'AB', '--at', 'x'], misused(words.foreignFlag('test', '--at'))],
    [['cancel', 'n1', '--dry-run'], misused(words.foreignFlag('cancel', '--dry-run'))],
    [['publish', ID, '--note'], misused(words.needsValue('--note'))],
    [['publish', ID, '--note='], misused(words.needsValue('--note'))],
    [['publish', ID, '--note', ' '], misused(words.needsValue('--note'))],
    [['publish', ID, '--note', '--urgent'], misused(words.needsValue('--note'))],
    [['test', ID, '--to'], misused(words.needsValue('--to'))],
    [['publish', ID, '--urgent=no'], misused(words.takesNoValue('--urgent'))],
  ])('%j is not understood', (given, expected) => {
    expect(parseNoticeArguments(given, NOW)).toEqual(expected);
  });

  it.each([
    [['publish', ID, '--at', '明天'], refused(words.badTime('明天'))],
    [
      ['publish', ID, '--at', '2026-11-25 09:00'],
      refused(words.pastTime(Date.parse('2026-11-25T09:00:00+08:00'))),
    ],
    [['publish', ID, '--note', TOO_LONG], refused(words.noteLong(201, 200))],
    [['publish', ID, '--note', '一\n二'], refused(words.noteControls)],
    [['test', ID, '--to', 'AB', '--note', '一\u001b[2J'], refused(words.noteControls)],
    [['test', ID, '--to', 'AB', '--note', TOO_LONG], refused(words.noteLong(201, 200))],
  ])('%j holds what can not be used', (given, expected) => {
    expect(parseNoticeArguments(given, NOW)).toEqual(expected);
  });
});
