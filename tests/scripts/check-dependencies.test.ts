import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkDependencies } from '../../scripts/check-dependencies.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'dependency-rules-'));
  write('cloud/app.ts', 'export const app = 1;\n');
  write('cloud/store/articles.ts', 'export const articles = 1;\n');
  write('cloud/domain/drafts.ts', 'export type Draft = string;\n');
  write(
    'cloud/importer/read.ts',
    "import type { Draft } from '../domain/drafts.ts';\nexport const read = (d: Draft) => d;\n",
  );
  write(
    'src/features/feed/use-feed.ts',
    "import type { Card } from '../../../types/card.ts';\nexport type Feed = Card[];\n",
  );
  write('src/features/event/use-event.ts', 'export const useEvent = 1;\n');
  write('src/ui/Tag.tsx', 'export const Tag = 1;\n');
  write('types/card.ts', 'export interface Card { id: string }\nexport const CARD = 1;\n');
  write(
    'rules/age.ts',
    "import type { Card } from '../types/card.ts';\nexport const age = (c: Card) => c.id;\n",
  );
  write('simulator/host/run.ts', 'export const run = 1;\n');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const PARTS = ['src', 'cloud', 'simulator', 'types', 'rules'];

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

describe('dependency rules', () => {
  it('hold for a tree that keeps them', async () => {
    const report = await checkDependencies(root, PARTS);
    expect(report.faults).toEqual([]);
    expect(report.modules).toBe(10);
  });

  const broken: [string, string, string][] = [
    ['src-never-meets-cloud', 'src/app.tsx', "import '../cloud/app.ts';"],
    ['cloud-never-meets-src', 'cloud/x.ts', "import '../src/ui/Tag.tsx';"],
    ['simulator-sees-the-build-only', 'simulator/x.ts', "import '../src/ui/Tag.tsx';"],
    ['features-stay-apart', 'src/features/feed/x.ts', "import '../event/use-event.ts';"],
    ['ui-and-platform-know-no-subject', 'src/ui/x.ts', "import '../features/event/use-event.ts';"],
    [
      'src-takes-the-contract-as-types',
      'src/ui/x.ts',
      "import { CARD } from '../../types/card.ts';\nexport const x = CARD;",
    ],
    [
      'rules-import-types-as-types',
      'rules/x.ts',
      "import { CARD } from '../types/card.ts';\nexport const x = CARD;",
    ],
    ['domain-is-pure', 'cloud/domain/x.ts', "import '../store/articles.ts';"],
    ['store-and-importer-stay-apart', 'cloud/importer/x.ts', "import '../store/articles.ts';"],
    ['cloud-lower-floors-know-no-upper-ones', 'cloud/store/x.ts', "import '../app.ts';"],
    ['types-import-their-schema-library-alone', 'types/x.ts', "import '../rules/age.ts';"],
    ['no-unresolvable', 'cloud/x.ts', "import './missing.ts';"],
  ];
  it.each(broken)('%s fails when broken', async (rule, file, text) => {
    write(file, `${text}\n`);
    const { faults } = await checkDependencies(root, PARTS);
    expect(faults.join('\n')).toContain(`${rule}: ${file}`);
  });

  it('fail when a part was not read', async () => {
    rmSync(path.join(root, 'cloud'), { recursive: true });
    mkdirSync(path.join(root, 'cloud'));
    const { faults } = await checkDependencies(root, PARTS);
    expect(faults).toContain('cloud/: no module was read, so its rules hold nothing.');
  });

  it('fail when nothing was read at all', async () => {
    for (const part of PARTS) {
      rmSync(path.join(root, part), { recursive: true });
      mkdirSync(path.join(root, part));
    }
    const { faults } = await checkDependencies(root, PARTS);
    expect(faults).toHaveLength(PARTS.length);
  });
});
