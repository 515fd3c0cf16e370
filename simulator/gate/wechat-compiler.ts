import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** WeChat's compiler of wxml and wxs, and that of wxss. */
export type CompilerName = 'wcc' | 'wcsc';

/** What the compilers print on their first line when they are asked for nothing. */
const BANNERS = {
  wcc: /WXML Compiler, version (\S+)/i,
  wcsc: /Stylesheet Compiler, version (\S+)/i,
} as const satisfies Record<CompilerName, RegExp>;

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'mac',
  win32: 'windows',
};
const TIME_LIMIT = 60_000;
const STDERR_LIMIT = 16 * 1024 * 1024;

export type Compiled = {
  version: string;
  /** The compiler's own words about what is wrong, one a line; empty when it accepts everything. */
  words: string[];
};

/** Folder of the published binaries for this system (npm `miniprogram-compiler`). */
export function publishedCompilers(): string {
  const folder = FOLDERS[process.platform];
  if (!folder) throw new Error(cannotRun('wcc', 'no binary for this system'));
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', folder);
}

/**
 * Runs one of WeChat's compilers in a folder. What it writes is dropped: only its word counts.
 * Throws when it can't run here, or ends otherwise than a compiler does.
 *
 * @param bin folder of the binaries
 * @param args passed in a file, one a line: a command line would be too short for a large program
 */
export function runCompiler(
  name: CompilerName,
  bin: string,
  dist: string,
  args: readonly string[],
): Compiled {
  const temporary = mkdtempSync(join(tmpdir(), 'wechat-compiler-'));
  try {
    const program = toExecutable(
      join(bin, process.platform === 'win32' ? `${name}.exe` : name),
      temporary,
    );
    const version = askVersion(name, program);
    const config = join(temporary, 'arguments');
    writeFileSync(config, `${args.join('\n')}\n`);
    const { error, status, signal, stderr } = spawnSync(program, ['--config-path', config], {
      cwd: dist,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: STDERR_LIMIT,
      timeout: TIME_LIMIT,
    });
    if (error) throw new Error(`${name} did not end: ${error.message}`);
    const words = stderr
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && line !== 'error file count: 0');
    if (status !== 0 && words.length === 0) {
      words.push(`ended with ${signal ?? `status ${status}`} and no word`);
    }
    return { version, words };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The package leaves its binaries without the permission to run, and may lie where it can't be given. */
function toExecutable(program: string, temporary: string): string {
  if (canExecute(program)) return program;
  const copy = join(temporary, 'compiler.exe');
  copyFileSync(program, copy);
  chmodSync(copy, 0o755);
  return copy;
}

function canExecute(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return false;
    throw error;
  }
}

/**
 * A binary for another processor doesn't fail to start: the system hands it to a shell. So the
 * compiler must say who it is before its silence counts as consent.
 */
function askVersion(name: CompilerName, program: string): string {
  const { error, stdout, stderr } = spawnSync(program, [], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIME_LIMIT,
  });
  const version = BANNERS[name].exec(`${stdout}\n${stderr}`)?.[1];
  if (version) return version;
  throw new Error(
    cannotRun(name, error?.message ?? (stderr.trim().split('\n')[0] || 'it says nothing')),
  );
}

function cannotRun(name: CompilerName, reason: string): string {
  return (
    `WeChat's compiler ${name} cannot run on this machine (${process.platform} ${process.arch}: ` +
    `${reason}). It is published for x86-64 Linux, macOS and Windows alone: hold the build there.`
  );
}
