import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TIME_LIMIT = 120_000;
/** What a test may take that builds: about ten seconds on a free machine. */
export const BUILD_LIMIT = TIME_LIMIT + 10_000;

export interface TaroBuild {
  distDir: string;
  remove: () => void;
}

/**
 * Builds a small Taro program of `tests/fixtures` with the Taro of this project, in a folder of its own.
 *
 * @param env told to its configuration
 */
export async function buildTaroProgram(
  name: string,
  env: Record<string, string>,
): Promise<TaroBuild> {
  const folder = mkdtempSync(join(tmpdir(), 'taro-program-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, 'tests/fixtures', name), folder, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "fixture", "private": true }');
  const taro = join(ROOT, 'node_modules/@tarojs/cli/bin/taro');
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [taro, 'build', '--type', 'weapp'],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: folder, NODE_ENV: 'production', CI: 'true', ...env },
        timeout: TIME_LIMIT,
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    const distDir = join(folder, 'dist');
    // Taro reports some failed builds with exit code 0.
    if (!existsSync(join(distDir, 'app.json'))) throw new Error(`no build:\n${stdout}${stderr}`);
    return { distDir, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
