import { describe, expect, it } from '@jest/globals';
import { isAttachedFile } from '../../../../cloud/importer/blocks/attached-file.ts';
import { paragraph, read } from './fragment.ts';

const SITE = 'https://fl.example';
const file = (text: string, path: string, fileType: string) => ({
  ...{ kind: 'attachment', text, url: `${SITE}${path}`, fileType },
});
const offered = ({ text: name, kind: _kind, ...rest }: ReturnType<typeof file>) => ({
  name,
  ...rest,
});

describe('a line of nothing but files', () => {
  it.each([
    [
      'a paragraph',
      '<p>　　<a href="/f/a.DOCX">报名表</a></p>',
      [file('报名表', '/f/a.DOCX', 'docx')],
    ],
    [
      'by its words alone',
      '<p><a href="/download?id=77">附件1：报名表.docx</a></p>',
      [file('附件1：报名表.docx', '/download?id=77', 'docx')],
    ],
    [
      'lines with signs before them',
      '<p>附件：<br><img src="/icons/doc.gif"><a href="/d/downfile.jsp?filename=1.xls">汇总表.xls</a><br>' +
        '<img src="/icons/doc.gif"><a href="/d/downfile.jsp?filename=2">申请书</a></p>',
      [
        file('汇总表.xls', '/d/downfile.jsp?filename=1.xls', 'xls'),
        file('申请书', '/d/downfile.jsp?filename=2', ''),
      ],
    ],
    [
      'counted downloads',
      '<p>附件【<a href="/x/download.jsp?wbfileid=7">课表.docx</a>】已下载<span>12</span>次</p>',
      [file('课表.docx', '/x/download.jsp?wbfileid=7', 'docx')],
    ],
    [
      'a number before the link',
      '<p>附件2：<a href="/f/b.pdf">活动方案</a>（25 KB）</p>',
      [file('附件2：活动方案', '/f/b.pdf', 'pdf')],
    ],
    [
      'a link that says nothing',
      '<p>附件1：报名表 <a href="/f/b.pdf">点击下载</a></p>',
      [file('附件1：报名表', '/f/b.pdf', 'pdf')],
    ],
    [
      'a list of files',
      '<p>附件下载：</p><ul><li><a href="/f/a.pdf">节目单.pdf</a></li><li><a href="/f/b.pdf">座位图.pdf</a></li></ul>',
      [file('节目单.pdf', '/f/a.pdf', 'pdf'), file('座位图.pdf', '/f/b.pdf', 'pdf')],
    ],
    [
      'a file of an office program here',
      '<p><a href="/f/a.wps">方案</a></p>',
      [file('方案', '/f/a.wps', 'wps')],
    ],
    [
      'a file handed out',
      '<p><a download href="/file?name=1">守则</a></p>',
      [file('守则', '/file?name=1', '')],
    ],
  ])('%s', async (_name, html, expected) => {
    const { blocks, attachments } = await read(html);
    expect(blocks).toEqual(expected);
    expect(attachments).toEqual(expected.map(offered));
  });

  it('ends and begins the paragraph around it', async () => {
    const { blocks } = await read('<p>一<br><a href="/f/a.pdf">表</a><br>二</p>');
    expect(blocks).toEqual([paragraph('一'), file('表', '/f/a.pdf', 'pdf'), paragraph('二')]);
  });
});

describe('a link to a file that is no name', () => {
  const href = `${SITE}/f/a.pdf`;
  it.each([
    [
      'over two lines, each word once',
      '<p><a href="/f/a.pdf">报名<br>表</a></p>',
      [
        {
          kind: 'paragraph',
          spans: [{ text: '报名', href }, { text: '\n' }, { text: '表', href }],
        },
      ],
      1,
    ],
    [
      'over two paragraphs, the second with more words',
      '<div><a href="/f/a.pdf"><p>报名</p><p>表</p></a></div>',
      [paragraph('报名', { href }), paragraph('表', { href })],
      1,
    ],
    [
      'longer than the name of a file may be',
      `<p><a href="/f/a.pdf">${'很长'.repeat(41)}</a></p>`,
      [paragraph('很长'.repeat(41), { href })],
      1,
    ],
    ['that nobody sees', '<ul><li><a href="/f/a.pdf">　</a></li></ul>', [], 0],
  ])('stays text: %s', async (_name, html, expected, files) => {
    const { blocks, attachments } = await read(html);
    expect(blocks).toEqual(expected);
    expect(attachments).toHaveLength(files);
  });
});

describe('files linked in a sentence', () => {
  it('stay there and are offered as attachments, once', async () => {
    const { blocks, attachments } = await read(
      '<p>请填<a href="f/a.DOCX">报名表</a>，<a href="/news/f/a.DOCX">再填</a></p>',
    );
    const href = 'https://fl.example/news/f/a.DOCX';
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        spans: [{ text: '请填' }, { text: '报名表', href }, { text: '，' }, { text: '再填', href }],
      },
    ]);
    expect(attachments).toEqual([{ name: '报名表', url: href, fileType: 'docx' }]);
  });

  it.each([
    '<p>请到<a href="/f/a.pdf">点击下载</a>，填好后寄回。</p>',
    '<p><a href="/f/a.pdf">申请表</a>请于周五前交回</p>',
    '<ul><li><a href="/f/a.pdf">申请表</a></li><li>身份证</li></ul>',
    '<table><tr><td>一</td><td><a href="/f/a.pdf">申请表</a></td></tr></table>',
  ])('%s', async (html) => {
    const { blocks, attachments } = await read(html);
    expect(blocks.map(({ kind }) => kind)).not.toContain('attachment');
    expect(JSON.stringify(blocks)).toContain('a.pdf');
    expect(attachments).toHaveLength(1);
  });
});

describe('what links to a file', () => {
  it.each([
    ['a.pdf', '看', true],
    ['/x?f=%E8%A1%A8.docx&y=1', '看', true],
    ['/DownLoad.aspx?Id=1377&f=1', '约定书', true],
    ['/attach/9f2c77e1', '附录', true],
    ['/file/9f2c77e1', '附件1：实施方案', true],
    ['https://pan.example/s/1aB', '附件3：反映表', true],
    ['/file/9f2c77e1', '名单.xlsx（12KB）', true],
    ['/file/9f2c77e1', '实施方案', false],
    ['/n/t7.html', '附件：见下页', false],
    ['/download/app.html', '下载手机版', false],
    ['/download/', '下载中心', false],
    ['a.jpg', '大图', false],
    ['/n/t7.html', '最美家庭', false],
  ])('%s, %s: %s', (reference, text, expected) => {
    expect(isAttachedFile(reference, text, false)).toBe(expected);
  });
});
