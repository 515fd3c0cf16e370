import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createPageReader,
  type PageReader,
} from '../../../../cloud/importer/isolation/page-reader.ts';
import type { RawPage } from '../../../../cloud/importer/page.ts';
import { createTestApp, type TestApp } from '../../../support/app.ts';

const toPage = (html: string): RawPage => ({
  bytes: Buffer.from(html),
  base: { kind: 'web', address: 'https://fl.jiangmen.cn/column/sub/202401/t1.html' },
  format: 'html',
  charset: undefined,
});
const HEAD = '<h1>标题</h1><p>文章出处：甲</p><p>发布时间：2024-01-01</p>';
const repeat = (count: number, toText: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => toText(at)).join('');

/** Pages that are small to send and dear to read. */
const HOSTILE: readonly (readonly [name: string, html: string])[] = [
  [
    'formatting that every paragraph opens again',
    `<p>${repeat(200, (at) => `<b x${at}>`)}${'<p>x</p>'.repeat(100)}`,
  ],
  ['formatting in tables in each other', repeat(300, (at) => `<b a${at}><table><tr><td>`)],
  ['text in front of a table', `<table>${'x<b>'.repeat(400)}${'y<p>'.repeat(400)}`],
  ['links that close each other', repeat(400, (at) => `<a href=${at}><b><p></a>`)],
  ['two hundred thousand labels in a line', `<p>${'来　源　：'.repeat(200_000)}`],
  ['five thousand lists of attachments', '<p>相关附件：</p>'.repeat(5000)],
  ['half a million blanks', `<p>${'　'.repeat(500_000)}字`],
  ['a comment that never ends', '<!--'.repeat(200_000)],
  ['scripts in comments in scripts', `<script>${'<!--<script>'.repeat(100_000)}`],
  ['an attribute of two million characters', `<p title="${'x'.repeat(2_000_000)}">`],
  ['a style of a hundred thousand rules', `<p style="${'a:b;'.repeat(100_000)}">x`],
  ['a hundred thousand telephone numbers', `<p>${'0750-5550100、'.repeat(100_000)}`],
  ['two million digits', `<p>${'1'.repeat(2_000_000)}`],
  ['addresses in addresses', `<p>${'http://'.repeat(300_000)}`],
];

describe('a page that is dear to read', () => {
  let reader: PageReader;
  let test: TestApp;
  beforeAll(async () => {
    reader = createPageReader();
    test = await createTestApp();
  });
  afterAll(async () => {
    await reader.close();
    await test.drop();
  });

  it.each(HOSTILE)('is an outcome: %s', async (_name, html) => {
    const read = await reader.read(toPage(HEAD + html));
    expect(read.ok ? read.value.title : read.reason).not.toBe('');
  });

  it('does not keep the endpoint from answering meanwhile', async () => {
    // The first request makes the app ready.
    await test.read('/healthz');
    const hasty = createPageReader({ heapMegabytes: 256, timeoutMs: 2000 });
    const formatting = `<p>${repeat(390, (at) => `<b x${at}>`)}${'<p>x</p>'.repeat(480)}`;
    let done = false;
    const reading = hasty.read(toPage(HEAD + formatting)).finally(() => {
      done = true;
    });
    const answers: number[] = [];
    while (!done) {
      answers.push((await test.read('/healthz')).status);
      // Lets the thread's answer in.
      await setImmediate();
    }
    await reading;
    await hasty.close();
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.every((status) => status === 200)).toBe(true);
  });
});
