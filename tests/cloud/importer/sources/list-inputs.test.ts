import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listInputs } from '../../../../cloud/importer/sources/list-inputs.ts';
import { reasons } from '../../../../cloud/importer/words.ts';
import { type Folder, makeFolder } from '../../../support/run-program.ts';

let folder: Folder;
const at = (...names: string[]) => join(folder.path, ...names);
beforeAll(async () => {
  folder = await makeFolder();
  await mkdir(at('b', 'c'), { recursive: true });
  for (const name of [
    'z.txt',
    'a.HTML',
    'b/m.htm',
    'b/c/n.txt',
    'x.png',
    'b/y.pdf',
    '.hidden.txt',
  ]) {
    await writeFile(at(name), name);
  }
});
afterAll(() => folder.remove());

describe('what a command names', () => {
  it('takes every page of a folder, and a word on the rest', async () => {
    const root = folder.path;
    expect(await listInputs([root])).toEqual([
      { kind: 'file', name: at('a.HTML'), file: at('a.HTML'), root, format: 'html' },
      { kind: 'file', name: at('b/c/n.txt'), file: at('b/c/n.txt'), root, format: 'text' },
      { kind: 'file', name: at('b/m.htm'), file: at('b/m.htm'), root, format: 'html' },
      { kind: 'file', name: at('z.txt'), file: at('z.txt'), root, format: 'text' },
      { kind: 'skipped', name: root, count: 2 },
    ]);
  });

  it('reports a folder that cannot be read, and takes the rest', async () => {
    const own = await makeFolder();
    const toDeep = (levels: number) => join(...Array<string>(levels).fill('d'.repeat(200)));
    // Permissions do not stop root; a path beyond the system's limit stops everybody.
    const deep = join(own.path, 'in', toDeep(10));
    const moved = join(own.path, 'moved');
    await mkdir(deep, { recursive: true });
    await mkdir(join(moved, toDeep(15)), { recursive: true });
    await writeFile(join(own.path, 'in', 'a.txt'), 'a');
    await rename(moved, join(deep, 'moved'));
    const inputs = await listInputs([join(own.path, 'in')]);
    await rename(join(deep, 'moved'), moved);
    await own.remove();
    expect(inputs).toMatchObject([
      { kind: 'failed', reason: reasons.unreadable('ENAMETOOLONG') },
      { kind: 'file', name: join(own.path, 'in', 'a.txt') },
    ]);
  });

  it('takes the first page of an article before its further pages', async () => {
    const own = await makeFolder();
    const names = ['t1.html', 't1-2.html', 't1-10.html', 't10.html', 't1_x.html', 't2_3.html'];
    for (const name of names.toReversed()) await writeFile(join(own.path, name), name);
    const inputs = await listInputs([own.path]);
    await own.remove();
    expect(inputs.map(({ name }) => basename(name))).toEqual(names);
  });

  it('takes a file with its own folder as root', async () => {
    expect(await listInputs([at('b/m.htm')])).toMatchObject([{ kind: 'file', root: at('b') }]);
  });

  it('takes addresses and refuses what it cannot take', async () => {
    const names = [
      'https://a.example/b',
      'ftp://a.example/b',
      'file:///etc/passwd',
      'https://',
      at('none'),
      at('x.png'),
    ];
    expect(await listInputs(names)).toEqual([
      { kind: 'url', name: names[0], address: names[0] },
      { kind: 'failed', name: names[1], reason: reasons.protocol('ftp:') },
      { kind: 'failed', name: names[2], reason: reasons.protocol('file:') },
      { kind: 'failed', name: names[3], reason: reasons.badAddress },
      { kind: 'failed', name: names[4], reason: reasons.noSuchFile },
      { kind: 'failed', name: names[5], reason: reasons.fileType },
    ]);
  });
});
