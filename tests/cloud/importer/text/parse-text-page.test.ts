import { describe, expect, it } from '@jest/globals';
import { parseTextPage } from '../../../../cloud/importer/text/parse-text-page.ts';

const base = { kind: 'local', file: '/data/a.txt', root: '/data' } as const;
const read = (...lines: string[]) => parseTextPage(lines.join('\n'), base);
const toParagraphs = (page: ReturnType<typeof read>) =>
  page.blocks.map((block) => (block.kind === 'paragraph' ? block.spans[0]?.text : block.kind));

const HEAD = [
  '江门市妇女网',
  '',
  '社区里的缝纫课',
  '',
  '  • 文章出处:蓬江区妇联',
  '  • 发布时间:2024-03-05',
  '',
];

describe('an article as text', () => {
  it('gives its head and its paragraphs to the letter', () => {
    const page = read(
      ...HEAD,
      '　　第一段 有空格，“引号”•圆点。　',
      '',
      '',
      '第二段',
      '',
      '相关附件:',
    );
    expect(page).toMatchObject({
      siteName: '江门市妇女网',
      title: '社区里的缝纫课',
      source: '蓬江区妇联',
      date: '2024-03-05',
      files: [],
      warnings: [],
    });
    expect(toParagraphs(page)).toEqual(['第一段 有空格，“引号”•圆点。', '第二段']);
  });

  it('takes CRLF and lone CR for line ends', () => {
    const page = parseTextPage([...HEAD, '一', '二', '相关附件：'].join('\r\n'), base);
    expect(page.title).toBe('社区里的缝纫课');
    expect(toParagraphs(page)).toEqual(['一', '二']);
    expect(toParagraphs(parseTextPage([...HEAD, '一', '二'].join('\r'), base))).toEqual([
      '一',
      '二',
    ]);
  });

  it('reads a title without a site above it, and a title on two lines', () => {
    expect(read('标题', '发布时间：2024-03-05', '文')).toMatchObject({
      siteName: undefined,
      title: '标题',
    });
    expect(read('站名', '标题上', '标题下', '发布时间：2024-03-05', '文').title).toBe(
      '标题上标题下',
    );
  });

  it('leaves a sentence of the body that quotes a label where it is', () => {
    const page = read(...HEAD, '第一段', '发布时间：另见海报', '详见相关附件：第三页');
    expect(page.date).toBe('2024-03-05');
    expect(toParagraphs(page)).toEqual(['第一段', '发布时间：另见海报', '详见相关附件：第三页']);
  });

  it.each([
    ['after a blank line', ['日期：2024-03-05', ''], ['时间：3月8日上午九点', '地点：礼堂']],
    ['that say a thing again', ['日期：2024-03-05'], ['时间：3月8日上午九点', '来源：某区']],
  ])('leaves lines like labels %s in the body', (_name, labels, body) => {
    const page = read('某区妇联', '标题', ...labels, ...body, '', '正文');
    expect(page).toMatchObject({ date: '2024-03-05', source: undefined });
    expect(toParagraphs(page)).toEqual([...body, '正文']);
  });

  it('finds labelled lines with blank lines between them', () => {
    const page = read(
      '江门市妇女网',
      '标题',
      '',
      '文章出处：甲',
      '',
      '发布时间：2024-03-05',
      '',
      '文',
    );
    expect(page).toMatchObject({ source: '甲', date: '2024-03-05' });
    expect(toParagraphs(page)).toEqual(['文']);
  });

  it('keeps what stands below 相关附件 when none of it names a file', () => {
    const page = read(...HEAD, '第一段', '相关附件', '第二段', '第三段');
    expect(page).toMatchObject({ files: [], warnings: [] });
    expect(toParagraphs(page)).toEqual(['第一段', '相关附件', '第二段', '第三段']);
    expect(toParagraphs(read(...HEAD, '文', '相关附件', '', '无'))).toEqual(['文']);
  });

  it('has no title and no date without labelled lines', () => {
    expect(read('一行', '两行')).toMatchObject({ title: undefined, date: undefined });
    expect(parseTextPage('', base)).toMatchObject({ title: undefined, blocks: [] });
  });

  it('lists the files below 相关附件 and reports what is none', () => {
    const page = read(
      ...HEAD,
      '文',
      '相关附件：',
      '• 报名表.docx ../files/a.docx',
      'https://a.example/b.pdf',
      '打印本页',
    );
    expect(page.files).toEqual([
      { name: '报名表.docx', reference: '../files/a.docx' },
      { name: 'b.pdf', reference: 'https://a.example/b.pdf' },
    ]);
    expect(page.warnings).toEqual([expect.stringContaining('打印本页')]);
    expect(read(...HEAD, '文', '相关附件：无')).toMatchObject({ files: [], warnings: [] });
  });

  it('reads other labels on another site', () => {
    const page = read('某区妇联', '标题', '来源：某区妇联  日期：2024-03-05', '正文');
    expect(page).toMatchObject({ siteName: '某区妇联', source: '某区妇联', date: '2024-03-05' });
  });
});
