import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_BYTES } from '../../../../cloud/importer/limits.ts';
import { toLocalUrl } from '../../../../cloud/importer/local-url.ts';
import { keepMedia } from '../../../../cloud/importer/media/keep-media.ts';
import { PAGE_LIMITS } from '../../../../cloud/importer/media/limits.ts';
import type { PageContent } from '../../../../cloud/importer/media/list-wanted.ts';
import type { PageBase } from '../../../../cloud/importer/page.ts';
import { warnings } from '../../../../cloud/importer/words.ts';
import type { Attachment } from '../../../../types/attachment.ts';
import type { Block } from '../../../../types/block.ts';
import { keepInMemory } from '../../../support/media-ports.ts';
import { type Folder, makeFolder } from '../../../support/run-program.ts';
import { DOCUMENTS, makeImage, noise } from './media-files.ts';

let folder: Folder;
let root: string;
let picture: Buffer;
let other: Buffer;
let base: PageBase;
const beside = (name: string) => toLocalUrl(join(root, name));

beforeAll(async () => {
  folder = await makeFolder();
  root = join(folder.path, 'site');
  base = { kind: 'local', file: join(root, 'a.html'), root };
  await mkdir(join(root, 'a folder'), { recursive: true });
  [picture, other] = await Promise.all([makeImage('png', 40, 30), makeImage('jpeg', 400, 200)]);
  await writeFile(join(folder.path, 'secret.png'), picture);
  await writeFile(join(root, 'a b.png'), picture);
  await writeFile(join(root, 'dot.gif'), await noise(1, 1).gif().toBuffer());
  await writeFile(join(root, 'lie.png'), '<html>');
  await writeFile(join(root, 'cut.png'), picture.subarray(0, picture.length >> 1));
  await writeFile(join(root, 'large.png'), Buffer.alloc(MAX_BYTES + 1));
  await symlink(join(folder.path, 'secret.png'), join(root, 'link.png'));
  await writeFile(join(root, 'a.doc'), DOCUMENTS.docx);
  await writeFile(join(root, 'lie.pdf'), '<html>no PDF');
  await writeFile(join(root, 'a.mp4'), DOCUMENTS.mp4);
});
afterAll(() => folder.remove());

const image = (url: string, more: object = {}): Block => ({ kind: 'image', url, alt: '', ...more });
const words = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });
const file = (url: string, name = '表', fileType = ''): Attachment => ({ name, url, fileType });
const page = (blocks: Block[], attachments: Attachment[] = []): PageContent => ({
  ...{ blocks, attachments },
});
const STORED = /^\/media\/[0-9a-f]{64}\.\w+$/;
const stored = expect.stringMatching(STORED);
const A = 'https://a.example/';

describe('the files of a page', () => {
  it('beside it are kept as what they are, whatever they are called', async () => {
    const ports = keepInMemory();
    const kept = await keepMedia(
      page(
        [image(beside('a b.png'), { alt: '合影', width: 9 })],
        [file(beside('a.doc'), '表.doc')],
      ),
      base,
      ports,
    );
    expect(kept.warnings).toEqual([]);
    expect(kept.blocks).toEqual([
      {
        ...{ kind: 'image', url: stored, alt: '合影', width: 40, height: 30 },
        placeholder: expect.stringMatching(/^data:/),
      },
    ]);
    expect(kept.attachments).toEqual([
      { name: '表.docx', url: stored, fileType: 'docx', size: DOCUMENTS.docx.length },
    ]);
    expect(kept.tally).toMatchObject({
      pictures: { kept: 1, remote: 0, dropped: 0 },
      files: { kept: 1, remote: 0, dropped: 0 },
    });
  });

  it('on the web and inside of it are kept as well, each address fetched once', async () => {
    const ports = keepInMemory({ [`${A}b.jpg`]: other, [`${A}get?id=1`]: DOCUMENTS.pdf });
    const inline = `data:image/png;base64,${picture.toString('base64')}`;
    const offered: Block = { kind: 'attachment', text: '表', url: `${A}get?id=1`, fileType: '' };
    const kept = await keepMedia(
      page(
        [image(`${A}b.jpg`, { caption: '图' }), image(inline), image(`${A}b.jpg`), offered],
        [file(`${A}get?id=1`)],
      ),
      { kind: 'web', address: A },
      ports,
    );
    expect(kept.warnings).toEqual([]);
    expect(ports.fetched.sort()).toEqual([`${A}b.jpg`, `${A}get?id=1`]);
    const pdf = { url: stored, fileType: 'pdf', size: DOCUMENTS.pdf.length };
    expect(kept.blocks).toMatchObject([
      { caption: '图', url: stored, width: 400, height: 200, widths: [220, 320] },
      { url: stored, width: 40 },
      { url: stored, width: 400 },
      { kind: 'attachment', text: '表', ...pdf },
    ]);
    expect(kept.attachments).toEqual([{ name: '表', ...pdf }]);
    expect(JSON.stringify(kept.blocks).replaceAll('data:image/webp', '')).not.toMatch(
      /data:|file:/,
    );
  });

  it('are not made again when they are known', async () => {
    const ports = keepInMemory({ [`${A}b.jpg`]: other });
    const read = () => keepMedia(page([image(`${A}b.jpg`)]), { kind: 'web', address: A }, ports);
    const [first, second] = [await read(), await read()];
    expect(second.blocks).toEqual(first.blocks);
    expect(ports.drafts).toHaveLength(1);
  });

  it.each([
    ['outside of the folder', '../secret.png', '之外'],
    ['outside by a link in the folder', 'link.png', '之外'],
    ['missing', 'none.png', '找不到文件'],
    ['a folder', 'a folder', '找不到文件'],
    ['too large', 'large.png', '20 MB'],
    ['no picture', 'lie.png', '不是可用的图片'],
    ['cut off', 'cut.png', '已损坏'],
  ])('that are %s leave their words and are reported', async (_name, path, sentence) => {
    const blocks = [
      image(beside(path), { alt: '合影' }),
      image(beside(path), { alt: '合影', caption: '说明' }),
      image(beside(path)),
    ];
    const kept = await keepMedia(page(blocks), base, keepInMemory());
    expect(kept.blocks).toEqual([words('合影'), words('说明')]);
    expect(kept.warnings).toEqual([expect.stringContaining(sentence)]);
    expect(kept.tally.pictures).toEqual({ kept: 0, remote: 0, dropped: 1 });
  });

  it('that nobody was meant to see are left out and counted', async () => {
    const kept = await keepMedia(
      page([image(beside('dot.gif'), { alt: 'x' })]),
      base,
      keepInMemory(),
    );
    expect([kept.blocks, kept.warnings, kept.tally.spacers]).toEqual([
      [],
      [warnings.spacers(1)],
      1,
    ]);
  });

  it('of a page of the web never lie on this machine', async () => {
    const at: PageBase = { kind: 'web', address: A };
    const kept = await keepMedia(page([image(beside('a b.png'))]), at, keepInMemory());
    expect(kept.blocks).toEqual([]);
    expect(kept.warnings).toEqual([expect.stringContaining('之外')]);
  });

  it('that did not come keep their address', async () => {
    const away = [image(`${A}b.png`, { width: 5 }), image('/media/x.png')];
    const kept = await keepMedia(page(away, [file(`${A}b.pdf`)]), base, keepInMemory());
    expect(kept.blocks).toEqual(away);
    expect(kept.attachments).toEqual([file(`${A}b.pdf`)]);
    expect(kept.warnings).toEqual([
      warnings.leftRemote(`${A}b.png`, '断网'),
      warnings.leftRemote(`${A}b.pdf`, '断网'),
    ]);
    expect(kept.tally).toMatchObject({ pictures: { remote: 1 }, files: { remote: 1 } });
  });

  it('that do not come again, or broken, are what they were', async () => {
    const web: Record<string, Buffer> = { [`${A}b.jpg`]: other, [`${A}b.pdf`]: DOCUMENTS.pdf };
    const ports = keepInMemory(web);
    const read = () =>
      keepMedia(
        page([image(`${A}b.jpg`), image(`${A}new.jpg`)], [file(`${A}b.pdf`)]),
        { kind: 'web', address: A },
        ports,
      );
    const first = await read();
    web[`${A}b.jpg`] = Buffer.from('<html>系统维护中');
    delete web[`${A}b.pdf`];
    const second = await read();
    expect([second.blocks, second.attachments]).toEqual([first.blocks, first.attachments]);
    expect(second.attachments).toMatchObject([{ url: stored }]);
    expect(second.warnings).toEqual([
      warnings.keptFormer(`${A}b.jpg`),
      warnings.leftRemote(`${A}new.jpg`, '断网'),
      warnings.keptFormer(`${A}b.pdf`),
    ]);
    expect(second.tally).toMatchObject({ pictures: { kept: 1, remote: 1 }, files: { kept: 1 } });
  });

  it('are not taken for what another use of the address was', async () => {
    const web: Record<string, Buffer> = { [`${A}b`]: other };
    const ports = keepInMemory(web);
    const at: PageBase = { kind: 'web', address: A };
    await keepMedia(page([image(`${A}b`)]), at, ports);
    delete web[`${A}b`];
    expect((await keepMedia(page([], [file(`${A}b`)]), at, ports)).attachments).toEqual([
      file(`${A}b`),
    ]);
  });

  it.each([
    ['HTML named pdf', 'lie.pdf', '<html>', 'dropped'],
    ['a page without a name', 'get', '<!doctype html>', 'dropped'],
    ['a picture named docx', 'a.docx', 'png', 'dropped'],
    ['a picture that is cut off', 'a.png', 'cut', 'dropped'],
    ['SVG', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'dropped'],
    ['SVG named png', 'a.png', '<?xml version="1.0"?><svg onload="x()"/>', 'dropped'],
    ['a picture of a kind that few can open', 'a.gif', 'gif', 'remote'],
    ['what we do not know', 'a.psd', '8BPS\0\x01', 'remote'],
  ])('that are %s: %s', async (_name, path, content, fate) => {
    const made: Record<string, Buffer> = {
      ...{ png: picture, cut: picture.subarray(0, picture.length >> 1) },
      gif: await noise(40, 30).gif().toBuffer(),
    };
    const bytes = made[content] ?? Buffer.from(content, 'latin1');
    const attached: Block = { kind: 'attachment', text: '表', url: A + path, fileType: '' };
    const ports = keepInMemory({ [A + path]: bytes });
    const kept = await keepMedia(page([attached], [file(A + path)]), base, ports);
    expect(kept.warnings).toHaveLength(1);
    expect(kept.tally.files).toMatchObject({ [fate]: 1 });
    expect(kept.attachments).toEqual(fate === 'remote' ? [file(A + path)] : []);
    expect(kept.blocks).toEqual(fate === 'remote' ? [attached] : [words('表')]);
    // Offered beside the body alone, its name stands at the end of it.
    const beside = await keepMedia(page([], [file(A + path)]), base, ports);
    expect(beside.blocks).toEqual(fate === 'remote' ? [] : [words('附件：表')]);
  });

  it.each([
    ['a.jpg', '海报.jpg', 'jpg', 'image/jpeg', '海报.jpg'],
    ['a.png', '海报.png', 'png', 'image/png', '海报.png'],
    ['a.png', '海报.png', 'jpg', 'image/jpeg', '海报.jpg'],
    ['get?id=1', '海报', 'png', 'image/png', '海报'],
  ])('%s (%s): a picture that is offered as a file is %s', async (path, name, type, mime, safe) => {
    const made = type === 'png' ? picture : other;
    const ports = keepInMemory({ [A + path]: made });
    const at: PageBase = { kind: 'web', address: A };
    const read = () => keepMedia(page([], [file(A + path, name)]), at, ports);
    const kept = await read();
    expect(kept.warnings).toEqual([]);
    expect(ports.drafts).toMatchObject([{ extension: type, contentType: mime }]);
    const size = ports.drafts[0]?.bytes.length;
    expect(kept.attachments).toEqual([{ name: safe, url: stored, fileType: type, size }]);
    expect((await read()).attachments).toEqual(kept.attachments);
    expect(ports.drafts).toHaveLength(1);
  });

  it('make a gallery of what is left of it', async () => {
    const lost = { url: beside('lie.png'), alt: '', caption: '失' };
    const good = { url: beside('a b.png'), alt: '甲' };
    const gallery = (...images: (typeof good)[]): Block => ({ kind: 'gallery', images });
    const read = async (block: Block) =>
      (await keepMedia(page([block]), base, keepInMemory())).blocks;
    expect(await read(gallery(good, lost, good))).toMatchObject([
      { kind: 'gallery', images: [{ url: stored }, { url: stored }] },
      words('失'),
    ]);
    expect(await read(gallery(good, lost))).toMatchObject([
      { kind: 'image', alt: '甲' },
      words('失'),
    ]);
    expect(await read(gallery(lost))).toEqual([words('失')]);
  });

  it('play where they are ours, and are cards where they are not', async () => {
    const ports = keepInMemory({
      [`${A}a.mp3`]: DOCUMENTS.mp3,
      [`${A}b.flv`]: Buffer.from('FLV\x01'),
    });
    const kept = await keepMedia(
      page([
        { kind: 'video', url: beside('a.mp4'), text: '片', poster: beside('a b.png') },
        { kind: 'video', url: beside('a.mp4'), text: '', poster: beside('lie.png') },
        { kind: 'audio', url: `${A}a.mp3`, text: '音' },
        { kind: 'video', url: `${A}b.flv`, text: '' },
        { kind: 'audio', url: `${A}none.mp3`, text: '歌' },
        { kind: 'video', url: beside('a.doc'), text: '失' },
      ]),
      base,
      ports,
    );
    const card = (text: string, url: string) => ({
      ...{ kind: 'linkCard', text, target: { kind: 'web', url } },
    });
    expect(kept.blocks).toEqual([
      { kind: 'video', url: stored, text: '片', poster: stored },
      { kind: 'video', url: stored, text: '' },
      { kind: 'audio', url: stored, text: '音' },
      card('视频', `${A}b.flv`),
      card('歌', `${A}none.mp3`),
      words('失'),
    ]);
    expect(kept.warnings).toHaveLength(4);
    expect(kept.tally).toMatchObject({
      films: { kept: 1, remote: 1, dropped: 1 },
      recordings: { kept: 1, remote: 1, dropped: 0 },
    });
  });

  it('are only so many', async () => {
    const names = Array.from({ length: PAGE_LIMITS.files + 2 }, (_, n) => `${A}${n}.pdf`);
    const ports = keepInMemory();
    const kept = await keepMedia(
      page(
        [],
        names.map((url) => file(url)),
      ),
      base,
      ports,
    );
    expect(ports.fetched).toHaveLength(PAGE_LIMITS.files);
    expect(kept.attachments).toHaveLength(names.length);
    expect(kept.warnings.at(-1)).toContain('最多存');
  });

  it('are no longer waited for after a while', async () => {
    let clock = 5;
    const ports = keepInMemory();
    const fetchFile = async (address: string) => {
      clock += PAGE_LIMITS.ms / 4;
      return ports.fetchFile(address);
    };
    const names = Array.from({ length: 10 }, (_, n) => file(`${A}${n}.pdf`));
    // The last lies beside the page.
    const content = page([], [...names, file(beside('a.doc'))]);
    const kept = await keepMedia(content, base, { ...ports, fetchFile }, () => clock);
    expect(ports.fetched.length).toBeGreaterThanOrEqual(4);
    expect(ports.fetched.length).toBeLessThan(4 + PAGE_LIMITS.atOnce);
    expect(kept.warnings).toContain(warnings.pageTime(`${A}9.pdf`, PAGE_LIMITS.ms));
    expect(kept.attachments.map(({ url }) => url)).toEqual([
      ...names.map(({ url }) => url),
      stored,
    ]);
    expect(kept.tally.files).toEqual({ kept: 1, remote: 10, dropped: 0 });
  });

  it('come a few at a time', async () => {
    let [running, most] = [0, 0];
    const ports = keepInMemory();
    const fetchFile = async (address: string) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return ports.fetchFile(address);
    };
    const names = Array.from({ length: 12 }, (_, n) => file(`${A}${n}.pdf`));
    await keepMedia(page([], names), base, { ...ports, fetchFile });
    expect(most).toBe(PAGE_LIMITS.atOnce);
  });
});
