import { readdirSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Programs that tests start, by their paths from the root. */
const PROGRAMS = [
  'cloud/server.ts',
  ...readdirSync(join(ROOT, 'cloud/cli'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `cloud/cli/${name}`),
  'cloud/cli/article/article.ts',
  'tests/support/crawl-child.ts',
  'tests/support/hold-embedded.ts',
];

/** Lets each file find what lies beside its source. */
const keepPlaces: Plugin = {
  name: 'keep places',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const place = JSON.stringify(pathToFileURL(path).href);
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', place) };
    }),
};

/**
 * Makes of each program one script, once for all its starts in a run: tsx takes two seconds to read a program's sources,
 * each time. `npm start` and `npm run dev`, which CI runs too, read them as users do.
 *
 * @param folder where they are put
 */
export async function bundlePrograms(folder: string): Promise<void> {
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    entryPoints: PROGRAMS.map((program) => join(ROOT, program)),
    ...{ outdir: folder, outbase: ROOT, outExtension: { '.js': '.mjs' } },
    ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20' },
    plugins: [keepPlaces],
    logLevel: 'silent',
  });
}
