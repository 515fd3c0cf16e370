import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { AppJson, PageJson, ThemeJson } from '../program.ts';
import type { Fault } from './gate.ts';

/** A build as it lies in its folder. Paths use `/` and have no leading slash. */
export type Build = {
  dir: string;
  app: AppJson;
  /** Bytes of every file, by path. */
  files: ReadonlyMap<string, number>;
  /** JSON of every page and component, by its path without ending. */
  configs: ReadonlyMap<string, PageJson>;
  /** Where app.json says that the theme lies. */
  themeFile: string;
  /** What it says; null when the build has none, or none that can be read. */
  theme: ThemeJson | null;
  /** JSON that could not be read. */
  faults: Fault[];
};

/** Lists a build's files and reads its JSON. Throws when the folder holds no `app.json`: nothing was built. */
export function readBuild(dir: string): Build {
  const files = listSizes(dir);
  if (!files.has('app.json')) {
    throw new Error(`${dir} holds no app.json: build the mini-program first`);
  }
  const faults: Fault[] = [];
  const read = <T>(file: string) => readJson<T>(dir, file, faults);
  const app = read<AppJson>('app.json');
  const themeFile = toPath(String(app?.themeLocation ?? 'theme.json'));
  const configs = new Map<string, PageJson>();
  for (const file of files.keys()) {
    const path = file.replace(/\.json$/, '');
    if (path === file || !files.has(`${path}.wxml`)) continue;
    configs.set(path, read<PageJson>(file) ?? {});
  }
  return {
    dir,
    app: { ...app, pages: Array.isArray(app?.pages) ? app.pages : [] },
    files,
    configs,
    themeFile,
    theme: files.has(themeFile) ? read<ThemeJson>(themeFile) : null,
    faults,
  };
}

/** The build's files with an ending, sorted. */
export function filesOf({ files }: Build, ...endings: string[]): string[] {
  return [...files.keys()].filter((file) => endings.some((ending) => file.endsWith(ending)));
}

/** The text of one of the build's files. */
export function readText({ dir }: Build, file: string): string {
  return readFileSync(join(dir, file), 'utf8');
}

/** A path in a setting, as the build's files are named. */
export function toPath(setting: string): string {
  return setting.replace(/^\.?\//, '');
}

function readJson<T>(dir: string, file: string, faults: Fault[]): T | null {
  try {
    return JSON.parse(readFileSync(join(dir, file), 'utf8')) as T;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${file} is no JSON that WeChat could read: ${reason}`;
    faults.push({ rule: 'program.files', file, message });
    return null;
  }
}

/** Bytes of every file in a folder and below, by path, sorted by path. */
export function listSizes(dir: string): Map<string, number> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): [string, number] => [
      relative(dir, file).split(sep).join('/'),
      statSync(file).size,
    ]);
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
