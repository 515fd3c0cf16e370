import { posix } from 'node:path';
import { pagePathsOf } from '../page-paths.ts';
import type { Fault, Gate } from './gate.ts';
import { type Build, readText } from './read-build.ts';

/** Every page of app.json and every component that is used is there, with all that it is made of. */
export function checkProgramFiles(build: Build): Gate {
  const pages = pagePathsOf(build.app);
  const components = findComponents(build);
  const faults = [...build.faults, ...pages.flatMap((page) => checkPage(build, page))];
  if (pages.length === 0) {
    faults.push({
      rule: 'program.files',
      file: 'app.json',
      message: 'app.json lists no page',
    });
  }
  for (const [path, user] of components) {
    const missing = missingParts(build, path);
    if (missing.length === 0) continue;
    faults.push({
      rule: 'component.missing',
      file: user,
      message: `${user} uses ${path}, which is not there: ${missing.join(', ')} missing`,
    });
  }
  const figures = `pages ${pages.length}, components ${components.size}: each with script, wxml and JSON`;
  return { name: 'program files', figures, faults };
}

/** Code is loaded only where a page needs it. */
export function checkLazyCode({ app }: Build): Gate {
  const asked = app.lazyCodeLoading;
  const faults: Fault[] = [];
  if (asked !== 'requiredComponents') {
    faults.push({
      rule: 'package.lazy',
      file: 'app.json',
      message: `app.json has lazyCodeLoading ${JSON.stringify(asked) ?? 'unset'}, not "requiredComponents"`,
    });
  }
  return { name: 'lazy code', figures: `lazyCodeLoading ${String(asked)}`, faults };
}

const WAYS = [
  { word: 'a chat card', hook: 'onShareAppMessage', flag: 'enableShareAppMessage' },
  { word: 'a timeline entry', hook: 'onShareTimeline', flag: 'enableShareTimeline' },
];

/**
 * Every page's script has the functions that WeChat asks for a card, or, built by Taro, the flags
 * without which Taro never calls the page's hooks. What the cards say shows only in a run.
 */
export function checkSharing(build: Build): Gate {
  const pages = pagePathsOf(build.app).filter((page) => build.files.has(`${page}.js`));
  const faults: Fault[] = [];
  for (const page of pages) {
    const file = `${page}.js`;
    const script = readText(build, file);
    for (const { word, hook, flag } of WAYS) {
      if (new RegExp(`\\b${hook}\\b|\\b${flag}\\s*[:=]\\s*(?:!0|true)\\b`).test(script)) continue;
      const message = `${file} offers no ${word.slice(2)}: neither ${hook} nor ${flag}: true in its config`;
      faults.push({ rule: 'share.offered', file, message });
    }
  }
  return {
    name: 'sharing',
    figures: `${pages.length} pages offer a chat card and a timeline entry`,
    faults,
  };
}

function checkPage(build: Build, page: string): Fault[] {
  return missingParts(build, page).map((file) => ({
    rule: 'program.files',
    file,
    message: `app.json lists ${page}, but ${file} is missing`,
  }));
}

function missingParts({ files }: Build, path: string): string[] {
  return ['.js', '.wxml', '.json']
    .map((ending) => path + ending)
    .filter((file) => !files.has(file));
}

/** Path of every component that a JSON names, and a JSON that does. Those of plugins lie elsewhere. */
function findComponents({ app, configs }: Build): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, { usingComponents }] of [['app', app] as const, ...configs]) {
    for (const url of Object.values(usingComponents ?? {})) {
      if (/^[a-z]+:\/\//i.test(url)) continue;
      const target = url.startsWith('/') ? url.slice(1) : posix.join(posix.dirname(path), url);
      found.set(posix.normalize(target), `${path}.json`);
    }
  }
  return found;
}
