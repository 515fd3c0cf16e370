import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pagePathsOf } from '../page-paths.ts';
import type { AppJson, CompileProblem, PageJson, Program, ThemeJson } from '../program.ts';
import { compileStyle } from './styles.ts';
import { compileTemplates } from './templates.ts';
import { readWxNames } from './wx-names.ts';

/**
 * Reads a mini-program build (for Taro: `dist/weapp`) and compiles it for the host.
 * What is wrong in single files is listed in `problems` by file name; the rest is compiled.
 * Throws only when the folder holds no readable `app.json`, with a message that says what to do.
 */
export function compileProgram(distDir: string): Program {
  const files = listFiles(distDir);
  const problems: CompileProblem[] = [];
  const read = (file: string) => readFileSync(join(distDir, file), 'utf8');
  if (!files.includes('app.json')) {
    throw new Error(`${distDir} holds no app.json: build the mini-program first`);
  }
  const app = readJson<AppJson>('app.json', read, problems);
  if (!app || !Array.isArray(app.pages)) {
    throw new Error(`${join(distDir, 'app.json')} is no app.json with a list of pages`);
  }
  const configs = readConfigs(files, read, problems);
  for (const page of pagePathsOf(app)) {
    if (!files.includes(`${page}.wxml`) || !files.includes(`${page}.js`)) {
      problems.push(problem(`${page}.wxml`, 'listed in app.json, but its wxml or js is missing'));
    }
  }
  const sources = (ending: string) =>
    files
      .filter((file) => file.endsWith(ending))
      .map((file) => ({ path: file.slice(0, -ending.length), text: read(file) }));
  const styleScopes = toStyleScopes(configs);
  const styles: Record<string, string> = {};
  for (const { path, text } of sources('.wxss')) {
    if (path !== 'app' && !configs[path]) continue;
    styles[path] = compileStyle({ path, text, scope: styleScopes[path], read, files, problems });
  }
  return {
    app,
    theme: files.includes('theme.json') ? readJson<ThemeJson>('theme.json', read, problems) : null,
    configs,
    scripts: Object.fromEntries(sources('.js').map(({ path, text }) => [`${path}.js`, text])),
    templates: compileTemplates(sources('.wxml'), sources('.wxs'), problems),
    styles,
    styleScopes,
    wxNames: readWxNames(),
    problems,
  };
}

/** Changes whenever a file of the build does: names, sizes and times of change. */
export function buildStamp(distDir: string): string {
  return listFiles(distDir)
    .map((file) => {
      const { size, mtimeMs } = statSync(join(distDir, file));
      return `${file}:${size}:${mtimeMs}`;
    })
    .join('\n');
}

function listFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function readConfigs(
  files: string[],
  read: (file: string) => string,
  problems: CompileProblem[],
): Record<string, PageJson> {
  const configs: Record<string, PageJson> = {};
  for (const file of files) {
    const path = file.slice(0, -'.json'.length);
    if (!file.endsWith('.json') || !files.includes(`${path}.wxml`)) continue;
    configs[path] = readJson<PageJson>(file, read, problems) ?? {};
  }
  return configs;
}

function readJson<T>(
  file: string,
  read: (file: string) => string,
  problems: CompileProblem[],
): T | null {
  try {
    return JSON.parse(read(file)) as T;
  } catch (error) {
    problems.push(problem(file, error instanceof Error ? error.message : String(error)));
    return null;
  }
}

/** A component keeps its classes to itself unless its JSON shares them; pages always share. */
function toStyleScopes(configs: Record<string, PageJson>): Record<string, string> {
  const scopes: Record<string, string> = {};
  for (const [path, config] of Object.entries(configs)) {
    if (!config.component || config.styleIsolation === 'shared') continue;
    scopes[path] = path.replace(/[^a-zA-Z0-9]+/g, '-');
  }
  return scopes;
}

function problem(file: string, message: string): CompileProblem {
  return { file, line: 0, level: 'error', message };
}
