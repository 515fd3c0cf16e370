import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readLimited } from '../../../../cloud/importer/sources/read-limited.ts';
import { type Folder, makeFolder } from '../../../support/run-program.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

it('reads a file, and does not wait for a pipe', async () => {
  const [file, pipe] = [join(folder.path, 'a.txt'), join(folder.path, 'b.txt')];
  await writeFile(file, '甲');
  execFileSync('mkfifo', [pipe]);
  expect(await readLimited(file, folder.path)).toEqual({
    kind: 'read',
    bytes: Buffer.from('甲'),
  });
  expect(await readLimited(pipe, folder.path)).toEqual({ kind: 'missing' });
});
