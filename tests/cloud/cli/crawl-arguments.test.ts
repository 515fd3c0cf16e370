import { describe, expect, it } from '@jest/globals';
import { parseCrawlArguments } from '../../../cloud/cli/crawl-arguments.ts';
import { crawlWords } from '../../../cloud/cli/crawl-words.ts';
import { reasons } from '../../../cloud/importer/words.ts';

const A = 'http://fl.jiangmen.cn/news/';
const misused = (reason: string) => ({ kind: 'misused', reason });
const once = (choices: object, dryRun = false) => ({
  kind: 'run',
  command: { kind: 'once', address: A, choices, dryRun },
});
const add = (choices: object) => ({
  kind: 'run',
  command: { kind: 'add', address: A, choices, dryRun: false },
});

describe('the words of the command', () => {
  it.each([
    [[A], once({})],
    [['http://FL.jiangmen.cn/news/#a', '--dry-run'], once({}, true)],
    [
      [A, '--channel', 'family', '--pages=9', '--since', '2026年1月5日', '--site', ' 站 '],
      once({ channelId: 'family', maxListPages: 9, since: '2026-01-05', site: '站' }),
    ],
    [['add', A], add({})],
    [['add', A, '--every', '30'], add({ everyMinutes: 30 })],
    [['remove', A], { kind: 'run', command: { kind: 'remove', address: A } }],
    [['list'], { kind: 'run', command: { kind: 'list' } }],
    [['run'], { kind: 'run', command: { kind: 'run' } }],
    [['-h'], { kind: 'help' }],
    [[], misused(crawlWords.noAddress)],
    [['add'], misused(crawlWords.noAddress)],
    [[A, 'b'], misused(crawlWords.tooMuch('b'))],
    [['list', A], misused(crawlWords.tooMuch(A))],
    [['lst'], misused(crawlWords.badAddress(reasons.badAddress))],
    [['http://10.0.0.1/'], misused(crawlWords.badAddress(reasons.privateHost('10.0.0.1')))],
    [[A, '--every', '30'], misused(crawlWords.foreignFlag('once', '--every'))],
    [['add', A, '--dry-run'], misused(crawlWords.foreignFlag('add', '--dry-run'))],
    [[A, '--pages', '0'], misused(crawlWords.badNumber('--pages', 1, 200))],
    [['add', A, '--every', '1.5'], misused(crawlWords.badNumber('--every', 10, 10_080))],
    [[A, '--since', '2026-02-30'], misused(crawlWords.badDate('2026-02-30'))],
    [[A, '--channel'], misused(crawlWords.needsValue('--channel'))],
    [[A, '--dry-run=no'], misused(crawlWords.takesNoValue('--dry-run'))],
    [[A, '--page', '3'], misused(crawlWords.unknownFlag('--page'))],
  ])('%j', (words, expected) => {
    expect(parseCrawlArguments(words)).toEqual(expected);
  });
});
