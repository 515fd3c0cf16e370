import { describe, expect, it } from '@jest/globals';
import { parseImportArguments } from '../../../cloud/cli/import-arguments.ts';
import { importWords } from '../../../cloud/cli/import-words.ts';

const run = (changes: object) => ({
  kind: 'run',
  arguments: {
    ...{ names: ['a'], channelId: undefined, site: undefined, dryRun: false, asDraft: false },
    asPartial: false,
    ...changes,
  },
});
const misused = (reason: string) => ({ kind: 'misused', reason });

describe('the words of the command', () => {
  it.each([
    [['a'], run({})],
    [['a', 'b c', 'https://d/'], run({ names: ['a', 'b c', 'https://d/'] })],
    [['--dry-run', 'a'], run({ dryRun: true })],
    [['--draft', 'a'], run({ asDraft: true })],
    [['--partial', 'a'], run({ asPartial: true })],
    [['a', '--channel', 'notices', '--site', ' 站 '], run({ channelId: 'notices', site: '站' })],
    [['--channel=notices', 'a'], run({ channelId: 'notices' })],
    [['--', '--a'], run({ names: ['--a'] })],
    [['--help'], { kind: 'help' }],
    [['-h', 'a'], { kind: 'help' }],
    [[], misused(importWords.noNames)],
    [['--dry-run'], misused(importWords.noNames)],
    [['--chanel', 'x', 'a'], misused(importWords.unknownFlag('--chanel'))],
    [['-x', 'a'], misused(importWords.unknownFlag('-x'))],
    [['a', '--channel'], misused(importWords.needsValue('--channel'))],
    [['a', '--site='], misused(importWords.needsValue('--site'))],
    [['a', '--dry-run=no'], misused(importWords.takesNoValue('--dry-run'))],
  ])('%j', (words, expected) => {
    expect(parseImportArguments(words)).toEqual(expected);
  });
});
