import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPage } from '../../../../cloud/importer/import-page.ts';
import { MAX_BYTES } from '../../../../cloud/importer/limits.ts';
import { type Folder, makeFolder } from '../../../support/run-program.ts';
import { DOCUMENTS, makeImage } from './media-files.ts';

let folder: Folder;
let root: string;
beforeAll(async () => {
  folder = await makeFolder();
  root = join(folder.path, 'site');
  for (const name of ['images', 'files', 'news'])
    await mkdir(join(root, name), { recursive: true });
  await writeFile(join(folder.path, 'secret.png'), makeImage.png(1, 1));
  await writeFile(join(root, 'images', 'a b.png'), makeImage.webpLossy(640, 480));
  await writeFile(join(root, 'images', 'lie.png'), '<html>');
  await writeFile(join(root, 'images', 'large.png'), Buffer.alloc(MAX_BYTES + 1));
  await symlink(join(folder.path, 'secret.png'), join(root, 'images', 'link.png'));
  await writeFile(join(root, 'files', 'a.doc'), DOCUMENTS.docx);
  await writeFile(join(root, 'files', 'lie.pdf'), 'no PDF');
});
afterAll(() => folder.remove());

async function read(body: string) {
  const kept: { contentType: string; extension: string; length: number }[] = [];
  const html = `<h1>标题</h1><p>文章出处：甲</p><p>发布时间：2024-03-05</p><div><p>正文一段。</p>${body}</div>`;
  const outcome = await importPage(
    {
      bytes: Buffer.from(html),
      base: { kind: 'local', file: join(root, 'news', 'a.html'), root },
      format: 'html',
      charset: undefined,
    },
    { channelId: 'news', site: '站' },
    async ({ bytes, contentType, extension }) => {
      kept.push({ contentType, extension, length: bytes.length });
      return `/media/${kept.length}.${extension}`;
    },
  );
  if (outcome.kind === 'failed') throw new Error(outcome.reason);
  return { ...outcome, kept };
}

describe('files beside a page', () => {
  it('are kept as what they are, whatever they are called', async () => {
    const { draft, warnings, kept } = await read(
      '<img src="../images/a%20b.png" alt="合影" width="9"><p>相关附件：<a href="../files/a.doc">表</a></p>',
    );
    expect(warnings).toEqual([]);
    expect(kept).toEqual([
      { contentType: 'image/webp', extension: 'webp', length: makeImage.webpLossy(1, 1).length },
      {
        contentType: expect.stringContaining('wordprocessingml'),
        extension: 'docx',
        length: DOCUMENTS.docx.length,
      },
    ]);
    expect(draft.cover).toEqual({ url: '/media/1.webp', alt: '合影' });
    expect(draft.blocks.at(-1)).toEqual({
      kind: 'image',
      url: '/media/1.webp',
      alt: '合影',
      width: 640,
      height: 480,
    });
    expect(draft.attachments).toEqual([
      { name: '表', url: '/media/2.docx', fileType: 'docx', size: DOCUMENTS.docx.length },
    ]);
  });

  it.each([
    ['outside of the folder', '<img src="../../secret.png">', '之外'],
    ['outside by a link in the folder', '<img src="../images/link.png">', '之外'],
    ['outside by an escape', '<img src="..%2f..%2fsecret.png">', '之外'],
    ['missing', '<img src="none.png">', '找不到文件'],
    ['a folder', '<img src="../images">', '找不到文件'],
    ['too large', '<img src="../images/large.png">', '20 MB'],
    ['no picture', '<img src="../images/lie.png">', '不是可用的图片'],
    ['no document', '<a href="../files/lie.pdf">表</a>', '不是可用的文件'],
    ['a document outside', '<a href="../../secret.pdf">表</a>', '之外'],
  ])('are left out and reported when %s', async (_name, body, words) => {
    const { draft, warnings, kept } = await read(body);
    expect(warnings).toEqual([expect.stringContaining(words)]);
    expect(kept).toEqual([]);
    expect(JSON.stringify(draft)).not.toMatch(/file:|secret\.png|\/media/);
    expect(draft.attachments).toEqual([]);
  });

  it('stay on the web when they are there', async () => {
    const { draft, kept } = await read('<img src="https://a.example/b.png">');
    expect(kept).toEqual([]);
    expect(draft.cover).toEqual({ url: 'https://a.example/b.png', alt: '' });
  });
});
