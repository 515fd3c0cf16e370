import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type TinyProgram = { distDir: string; remove: () => void };

/** A plain mini-program of a test's own, by file name; one page called `page` unless app.json says more. */
export function makeTinyProgram(files: Record<string, string>): TinyProgram {
  const distDir = mkdtempSync(join(tmpdir(), 'tiny-program-'));
  const all = {
    'app.json': '{ "pages": ["page"], "lazyCodeLoading": "requiredComponents" }',
    'app.js': 'App({})',
    'page.json': '{}',
    'page.js': 'Page({})',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(distDir, name)), { recursive: true });
    writeFileSync(join(distDir, name), text);
  }
  return { distDir, remove: () => rmSync(distDir, { recursive: true, force: true }) };
}
