import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { importWords } from '../../../cloud/cli/import-words.ts';
import { runImport } from '../../../cloud/cli/run-import.ts';
import { succeed } from '../../../cloud/importer/result.ts';
import { warnings } from '../../../cloud/importer/words.ts';
import { directReader } from '../../support/direct-reader.ts';
import { NO_FILES } from '../../support/media-ports.ts';
import { type Folder, makeFolder } from '../../support/run-program.ts';

let folder: Folder;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());

async function write(name: string, title: string, date: string) {
  const file = join(folder.path, name);
  await writeFile(file, `江门市妇女网\n${title}\n文章出处：甲\n发布时间：${date}\n\n正文`);
  return { kind: 'file', name, file, root: folder.path, format: 'text' } as const;
}

it('goes on after a page that cannot be saved, and warns of a date far ahead', async () => {
  const inputs = [
    await write('a\u001b[2J.txt', '甲文', '2024-03-05'),
    await write('b.txt', '乙文', '2099-01-01'),
  ];
  const lines: string[] = [];
  const tally = await runImport(
    inputs,
    { channelId: 'news', site: undefined },
    {
      ports: NO_FILES,
      read: directReader.read,
      save: async ({ title }) => {
        if (title === '甲文') throw new Error('too long');
        return succeed({ kind: 'created', lines: [importWords.saved('created', title, 'x')] });
      },
    },
    (line) => lines.push(line),
  );
  expect(tally).toMatchObject({ created: 1, failed: 1 });
  expect(lines).toEqual([
    importWords.failed('a�[2J.txt', importWords.notSaved('too long')),
    importWords.saved('created', '乙文', 'x'),
    importWords.warning(warnings.farAhead('2099-01-01')),
  ]);
});
