import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { reportWords } from '../../../cloud/cli/import-report-words.ts';
import { reasons } from '../../../cloud/importer/words.ts';
import { type Folder, makeFolder, runProgram } from '../../support/run-program.ts';

// Each run starts Node anew, on a machine that may be busy.
jest.setTimeout(60_000);

let folder: Folder;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

const write = (name: string, ...lines: string[]) =>
  writeFile(join(folder.path, name), lines.join('\n'));
const report = (...words: string[]) => runProgram('cloud/cli/import-report.ts', words, {});

/** What the report says of one page, from its name to the next page's. */
function readPart(stdout: string, name: string): string[] {
  const lines = stdout.split('\n');
  const from = lines.findIndex((line) => line.endsWith(`/${name}`) || line.endsWith(` ${name}`));
  const length = lines.slice(from + 1).findIndex((line) => !line.startsWith('  '));
  return from === -1 ? [] : lines.slice(from, from + 1 + length);
}

const PAGE = [
  '<html><head><meta charset="utf-8"><meta name="ContentSource" content="示例区妇联"></head><body>',
  '<h1>剪纸进社区</h1><p>发布时间：2024-03-05</p><div class="TRS_Editor">',
  '<h2>一、活动</h2><p>第一段正文。</p><p>第二段正文。</p><img src="/a.png">',
  '<table><tr><td>甲</td><td>乙</td></tr></table><ul><li>一条</li></ul>',
  '<video src="/film.mp4"></video><blink>闪</blink><svg></svg>',
  '<p>请填写<a href="/form.docx">报名表</a>，谢谢。</p></div></body></html>',
];
const TEXT = [
  '一、活动',
  '第一段正文。',
  '第二段正文。',
  '甲 | 乙',
  '一条',
  '闪',
  '请填写报名表，谢谢。',
];
const HEAD = [
  'address: https://www.example.gov.cn/news/t1.html',
  ...['title: 剪纸进社区', 'source: 示例区妇联', 'date: 2024-03-05'],
  'images: https://www.example.gov.cn/a.png',
  ...['attachments: 报名表', 'media: video 1', '---'],
];

describe('npm run import:report', () => {
  it('tells of each page what was found and where, with an expectation beside it or without', async () => {
    await mkdir(join(folder.path, 'below'));
    await write('below/right.html', ...PAGE);
    await write('below/right.expected', ...HEAD, ...TEXT);
    await write('alone.html', ...PAGE);
    await write('picture.png', 'no page');
    const { code, stdout, stderr } = await report(folder.path);
    expect([code, stderr]).toEqual([0, '']);
    expect(readPart(stdout, 'right.html').slice(1)).toEqual([
      '  ✓ 标题：剪纸进社区（selector h1）',
      '  ✓ 来源：示例区妇联（meta ContentSource）',
      '  ✓ 时间：2024-03-05（label）',
      '  · 正文：selector .TRS_Editor；小标题 1、段落 3、图片 1、表格 1、列表 1、视频 1、不认识 1',
      '  ✓ 文字：34／应有 34 字（100.00%），多出 0 字',
      ...['  ✓ 图片：1／应有 1', '  ✓ 附件：1／应有 1', '  ✓ 音视频：1／应有 1'],
      expect.stringMatching(/^ {2}！.*--site/),
      ...[expect.stringMatching(/^ {2}！.*blink/), expect.stringMatching(/^ {2}！.*svg/)],
    ]);
    const alone = readPart(stdout, 'alone.html');
    expect(alone[0]).toMatch(/^✓ /);
    expect(alone).toContain('  · 文字：34 字');
    expect(stdout).toContain('共 2 页；与 .expected 比较 1 页，全部相符 1 页，文字相同 1 页');
    expect(stdout).toContain('图片 1、附件 1、音视频 1、提醒 9');
  });

  it('names what differs and why a page could not be read, and ends with 1', async () => {
    await write('undated.html', '<h1>题目</h1><div class="TRS_Editor"><p>正文一段。</p></div>');
    await write('odd.html', ...PAGE);
    await write('odd.expected', 'titel: 剪纸', '---', '');
    await write('wrong.html', ...PAGE);
    await write(
      'wrong.expected',
      ...HEAD.map((line) =>
        line
          .replace('剪纸进社区', '剪纸')
          .replace('a.png', 'b.png')
          .replace('报名表', '报名表 | 通知'),
      ),
      ...TEXT.with(1, '第一段正文，还有十个字没有了。'),
    );
    const { code, stdout } = await report(folder.path);
    expect(code).toBe(1);
    const lines = readPart(stdout, 'wrong.html');
    expect(lines[0]).toMatch(/^✗ /);
    expect(lines).toEqual(
      expect.arrayContaining([
        '  ✗ 标题：剪纸进社区（selector h1），应为「剪纸」',
        '  ✗ 文字：34／应有 43 字（79.07%），多出 0 字',
        '      第 2 行应为「第一段正文，还有十个字没有了。」',
        '      　　　　却是「第一段正文。」',
        ...['  ✗ 图片：1／应有 1', '      缺少 https://www.example.gov.cn/b.png'],
        '      多出 https://www.example.gov.cn/a.png',
        ...['  ✗ 附件：1／应有 2', '      缺少 通知'],
      ]),
    );
    expect(stdout).toContain('全部相符 0 页，文字相同 0 页');
    expect(readPart(stdout, 'odd.html').slice(1)).toEqual([
      '  ✗ .expected: unknown head line: titel: 剪纸',
    ]);
    const undated = readPart(stdout, 'undated.html');
    expect(undated[1]).toMatch(/^ {2}✗ .*时间/);
    expect(undated).toContain('  ✓ 标题：题目（selector h1）');
  });

  it('as JSON: the same, for programs', async () => {
    await write('right.html', ...PAGE);
    await write('right.expected', ...HEAD, ...TEXT);
    const { code, stdout } = await report('--json', folder.path);
    expect(code).toBe(0);
    const { pages, totals } = JSON.parse(stdout);
    expect(pages).toMatchObject([
      {
        title: { found: '剪纸进社区', at: 'selector h1', isRight: true },
        kinds: { paragraph: 3, table: 1 },
        text: { isEqual: true, expected: 34, kept: 34, added: 0 },
      },
    ]);
    expect(totals).toMatchObject({ pages: 1, compared: 1, right: 1, warnings: 3 });
  });

  it.each<[string, () => string[], number, RegExp | string]>([
    ['an empty folder', () => [folder.path], 1, `${reportWords.nothing}\n`],
    ['an unknown option', () => ['--all', folder.path], 2, /^不认识的选项 --all/],
  ])('%s: says so', async (_name, words, code, complaint) => {
    const ended = await report(...words());
    expect(ended).toMatchObject({ code, stdout: '' });
    if (typeof complaint === 'string') expect(ended.stderr).toBe(complaint);
    else expect(ended.stderr).toMatch(complaint);
  });

  it('a folder that is not there, an address: says so, without fields, and reads the rest', async () => {
    await write('alone.html', ...PAGE);
    const none = join(folder.path, 'none');
    const { code, stdout } = await report(none, 'https://www.example.gov.cn/', folder.path);
    expect(code).toBe(1);
    const [first, second, third, fourth, fifth] = stdout.split('\n');
    expect([first, second]).toEqual([`✗ ${none}`, `  ✗ ${reasons.noSuchFile}`]);
    expect([third, fourth]).toEqual([
      '✗ https://www.example.gov.cn/',
      `  ✗ ${reportWords.noNetwork('https://www.example.gov.cn/')}`,
    ]);
    expect(fifth).toBe(`✓ ${join(folder.path, 'alone.html')}`);
  });
});
