import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bundles = new Map<string, Promise<string>>();

/**
 * Bundles one entry of the simulator for a window, once a process.
 * `host/browser-entry.ts` is the bare host, `page/*-entry.ts` the pages for people.
 */
export function bundleEntry(entry: string): Promise<string> {
  const known = bundles.get(entry) ?? runBuild(entry);
  bundles.set(entry, known);
  return known;
}

async function runBuild(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const output = result.outputFiles[0];
  if (!output) throw new Error(`${entry}: esbuild gave no output`);
  return output.text;
}
