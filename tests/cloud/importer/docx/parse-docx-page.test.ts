import { describe, expect, it } from '@jest/globals';
import { enhanceBlocks } from '../../../../cloud/importer/enhance/enhance-blocks.ts';
import { importPage } from '../../../../cloud/importer/import-page.ts';
import { readPage } from '../../../../cloud/importer/read-page.ts';
import { reasons, warnings } from '../../../../cloud/importer/words.ts';
import type { Block } from '../../../../types/block.ts';
import { keepInMemory } from '../../../support/media-ports.ts';
import { makeImage } from '../media/media-files.ts';
import {
  cell,
  centred,
  contentTypes,
  type DocxParts,
  item,
  linkTo,
  makeDocx,
  makeZip,
  p,
  picture,
  row,
  run,
  styled,
  table,
  toDocxParts,
} from './docx-files.ts';

const base = { kind: 'local', file: '/folder/a.docx', root: '/folder' } as const;
const read = (bytes: Uint8Array) => readPage({ bytes, base, format: 'docx', charset: undefined });
const HEAD = `${styled('Title', '题目')}${p('来源：示例区妇联　发布时间：2024年3月5日 09:30')}`;

async function readBody(body: string, parts?: DocxParts): Promise<Block[]> {
  const facts = await read(makeDocx(HEAD + body, parts));
  if (!facts.ok) throw new Error(facts.reason);
  expect(facts.value).toMatchObject({ title: '题目', source: '示例区妇联' });
  return enhanceBlocks(facts.value.blocks);
}

const text = (words: string) => ({ kind: 'paragraph', spans: [{ text: words }] });

describe('the body of a Word file', () => {
  it('is paragraphs where it is nothing else', async () => {
    expect(await readBody(p('第一段') + p('') + p('第二段'))).toEqual([
      text('第一段'),
      text('第二段'),
    ]);
  });

  it('has headings', async () => {
    const body =
      styled('1', '一、概况') + styled('2', '（一）人员') + styled('3', '小节') + p('文');
    expect(await readBody(body)).toEqual([
      { kind: 'heading', level: 2, text: '一、概况' },
      { kind: 'heading', level: 2, text: '（一）人员' },
      { kind: 'heading', level: 3, text: '小节' },
      text('文'),
    ]);
  });

  it('has lists with numbers and with dots, and lists in them', async () => {
    const body =
      item(1, 0, '甲') + item(1, 1, '甲一') + item(1, 0, '乙') + p('文') + item(2, 0, '点');
    const blocks = await readBody(body);
    expect(blocks).toMatchObject([
      { kind: 'list', ordered: true },
      text('文'),
      { kind: 'list', ordered: false, items: [{ spans: [{ text: '点' }] }] },
    ]);
    expect(JSON.stringify(blocks[0])).toMatch(/甲.*甲一.*乙/);
  });

  it('has tables with cells that span', async () => {
    const body = table(
      row(cell('合', '<w:gridSpan w:val="2"/>'), cell('丙')),
      row(cell('左', '<w:vMerge w:val="restart"/>'), cell('一'), cell('二')),
      row(cell('', '<w:vMerge/>'), cell('三'), cell('四')),
    );
    expect(await readBody(body)).toMatchObject([
      {
        kind: 'table',
        rows: [
          { cells: [{ spans: [{ text: '合' }], colSpan: 2 }, { spans: [{ text: '丙' }] }] },
          { cells: [{ spans: [{ text: '左' }], rowSpan: 2 }, {}, {}] },
          { cells: [{ spans: [{ text: '三' }] }, { spans: [{ text: '四' }] }] },
        ],
      },
    ]);
  });

  it('has bold, italic, underline, links and line breaks', async () => {
    const body = p(
      run('粗', '<w:b/>') +
        run('斜', '<w:i/>') +
        run('线', '<w:u w:val="single"/>') +
        `<w:hyperlink r:id="l1">${run('网')}</w:hyperlink>` +
        `<w:hyperlink r:id="l2">${run('坏')}</w:hyperlink>` +
        '<w:r><w:br/></w:r>' +
        run('下'),
    );
    const links = [linkTo('l1', 'https://example.com/'), linkTo('l2', 'javascript:alert(1)')];
    const blocks = await readBody(body, { links });
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { text: '粗', bold: true },
          { text: '斜', italic: true },
          { text: '线', underline: true },
          { text: '网', href: 'https://example.com/' },
          { text: '坏\n下' },
        ],
      },
    ]);
  });

  it('has what footnotes say, without the ways back', async () => {
    const footnotes = `<w:footnote w:id="2">${p('注解')}</w:footnote>`;
    const body = p(`${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>`);
    const blocks = await readBody(body, { footnotes });
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', spans: [{ text: '正文[1]' }] });
    expect(blocks[1]).toMatchObject({ kind: 'list', items: [{ spans: [{ text: '注解' }] }] });
  });

  it('has what stands in a text box', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p('框里')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await readBody(p(run('框外') + box))).toEqual([text('框外'), text('框里')]);
  });

  it('has changes as if they were accepted', async () => {
    const deleted = '<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>';
    const body = p(`${run('留')}${deleted}<w:ins>${run('新')}</w:ins>`);
    expect(await readBody(body)).toEqual([text('留新')]);
  });

  it('has its formulas counted', async () => {
    const facts = await read(makeDocx(`${HEAD}${p(`${run('甲')}<m:oMath/>`)}`));
    expect(facts).toMatchObject({ value: { warnings: [warnings.docxPart('公式', 1)] } });
  });
});

describe('the head of a Word file', () => {
  const NUMBER = '江妇〔2024〕3号';
  it.each([
    ['a title by style', styled('Title', '题') + p('文'), '题', ['文']],
    ['a title by its Chinese style', styled('a3', '题') + p('文'), '题', ['文']],
    ['a heading', styled('1', '题') + styled('1', '节'), '题', ['节']],
    ['a style below a centred line', centred('函') + styled('Title', '题'), '题', ['函']],
    ['centred bold', centred('题') + p('文'), '题', ['文']],
    ['centred large', centred('题', '<w:sz w:val="44"/>') + p('文'), '题', ['文']],
    [
      'several lines',
      centred('关于开展') + centred('活动的通知') + p('文'),
      '关于开展活动的通知',
      ['文'],
    ],
    [
      'a letterhead',
      centred('某市妇女联合会文件') + centred(NUMBER) + centred('关于表彰的通报') + p('文'),
      '关于表彰的通报',
      ['某市妇女联合会文件', NUMBER, '文'],
    ],
  ])('finds %s', async (_name, body, title, rest) => {
    const facts = await read(makeDocx(body));
    expect(facts).toMatchObject({ ok: true, value: { title, date: undefined, source: undefined } });
    const words = facts.ok
      ? facts.value.blocks.map((block) =>
          'spans' in block
            ? block.spans.map((span) => span.text).join('')
            : 'text' in block && block.text,
        )
      : [];
    expect(words).toEqual(rest);
  });

  it.each([
    ['no title', p('文') + p('文')],
    ['centred but plain', p('副', '<w:jc w:val="center"/>') + p('文')],
  ])('finds none: %s', async (_name, body) => {
    expect(await read(makeDocx(body))).toMatchObject({ ok: true, value: { title: undefined } });
  });

  it('takes no day of an activity and no day of the file for the date', async () => {
    const facts = await read(
      makeDocx(styled('Title', '题') + p('时间：2024年3月5日') + p('地点：甲')),
    );
    expect(facts).toMatchObject({
      value: { date: undefined, blocks: [text('时间：2024年3月5日'), text('地点：甲')] },
    });
  });
});

describe('importing a Word file', () => {
  const kept = keepInMemory();
  const importDocx = (bytes: Uint8Array, given = {}) =>
    importPage(
      { bytes, base, format: 'docx', charset: undefined },
      { channelId: 'news', site: undefined, ...given },
      kept,
    );

  it('keeps its pictures, and reports what is none', async () => {
    const links = [linkTo('i1', 'media/a.png', 'image'), linkTo('i2', 'media/b.emf', 'image')];
    const more = [
      {
        name: 'word/media/a.png',
        bytes: await makeImage('png', 640, 480),
      },
      { name: 'word/media/b.emf', bytes: Buffer.alloc(400, 1) },
    ];
    const body = HEAD + p('文') + picture('i1', '合影') + picture('i2', '');
    const outcome = await importDocx(makeDocx(body, { links, more }));
    expect(outcome).toMatchObject({
      kind: 'imported',
      draft: {
        publishedAt: '2024-03-05T09:30:00+08:00',
        blocks: [
          text('文'),
          { kind: 'image', url: expect.stringMatching(/\.webp$/), alt: '合影', width: 640 },
        ],
      },
    });
    expect(outcome).toMatchObject({
      warnings: expect.arrayContaining([expect.stringContaining('data:image/x-emf')]),
    });
    expect(kept.drafts.map(({ extension }) => extension)).toEqual(['webp']);
  });

  it('needs a date, and takes what is given in place of what it says', async () => {
    const bytes = makeDocx(styled('Title', '题') + p('文'));
    expect(await importDocx(bytes)).toEqual({ kind: 'failed', reason: reasons.noDate });
    expect(reasons.noDate).toContain('--date');
    const given = { title: '另题', source: '某处', date: '2024年4月1日' };
    expect(await importDocx(makeDocx(HEAD + p('文')), given)).toMatchObject({
      draft: { title: '另题', source: '某处', publishedAt: '2024-04-01' },
    });
    expect(await importDocx(makeDocx(p('文')), { date: '2024-04-01' })).toEqual({
      kind: 'failed',
      reason: reasons.noTitle,
    });
  });
});

describe('a hostile Word file', () => {
  const parts = toDocxParts(p('文'));
  const plus = (name: string, bytes: Buffer | string, changes = {}) =>
    makeZip([...parts, { name, bytes, ...changes }]);
  const replaced = (name: string, bytes: string) => makeDocx(p('文'), { more: [{ name, bytes }] });
  const many = Array.from({ length: 2001 }, (_, at) => ({ name: `${at}`, bytes: '' }));
  const good = makeZip(parts);
  const deep = `<w:x>`.repeat(500) + `</w:x>`.repeat(500);

  it.each<[string, Uint8Array, string]>([
    ['no zip', Buffer.from('文'), reasons.docxBroken('zip')],
    ['nothing', Buffer.alloc(0), reasons.docxBroken('zip')],
    ['a zip that ends early', good.subarray(0, good.length - 30), reasons.docxBroken('zip')],
    ['something before it', Buffer.concat([Buffer.from('MZ'), good]), reasons.docxBroken('zip')],
    ['something behind it', Buffer.concat([good, Buffer.from('x')]), reasons.docxBroken('zip')],
    ['an old or encrypted one', Buffer.from('d0cf11e0a1b11ae1', 'hex'), reasons.docxLocked],
    ['an encrypted part', plus('a', 'x', { flags: 1 }), reasons.docxLocked],
    ['a lie about a size', plus('a', 'x', { size: 2 }), reasons.docxBroken('zip')],
    ['a bomb by ratio', plus('a', Buffer.alloc(2 * 1024 * 1024)), reasons.docxBomb],
    ['a bomb by its word', plus('a', 'x', { size: 0x7fffffff }), reasons.docxBomb],
    ['a lie about a bomb', plus('a', Buffer.alloc(2 * 1024 * 1024), { size: 9 }), reasons.docxBomb],
    ['too many parts', makeZip([...parts, ...many]), reasons.docxBomb],
    ['one part twice', plus('word/document.xml', 'x'), reasons.docxBroken('zip')],
    ['macros', plus('word/vbaProject.bin', 'x'), reasons.docxMacros],
    [
      'macros by type',
      replaced(
        '[Content_Types].xml',
        contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
      ),
      reasons.docxMacros,
    ],
    [
      'entities',
      replaced('word/styles.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
      reasons.docxBroken('DOCTYPE'),
    ],
    ['endless depth', replaced('word/styles.xml', deep), reasons.docxBroken('XML')],
    [
      'another package',
      makeZip([{ name: 'a', bytes: 'x' }]),
      reasons.docxBroken('[Content_Types].xml'),
    ],
  ])('is refused: %s', async (_name, bytes, reason) => {
    expect(await read(bytes)).toEqual({ ok: false, reason });
  });

  it('is refused, not a crash, when its parts are no XML or not there', async () => {
    const refused = { ok: false, reason: expect.stringContaining('不是有效的 Word 文件') };
    expect(await read(replaced('word/document.xml', '<a'))).toMatchObject(refused);
    expect(
      await read(makeZip(parts.filter(({ name }) => name !== 'word/document.xml'))),
    ).toMatchObject(refused);
  });

  it('reads no file of this machine for a picture that is linked', async () => {
    const body = picture('i1', '').replace('r:embed', 'r:link');
    const links = [linkTo('i1', 'file:///etc/passwd', 'image')];
    const facts = await read(makeDocx(HEAD + body, { links }));
    expect(JSON.stringify(facts)).not.toContain('root:');
  });
});
