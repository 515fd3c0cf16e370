import { parseStyle } from '../compile/styles.ts';
import { compileTemplates } from '../compile/templates.ts';
import type { CompileProblem } from '../program.ts';
import type { Fault, Gate } from './gate.ts';
import { type Build, filesOf, readText } from './read-build.ts';
import { type CompilerName, publishedCompilers, runCompiler } from './wechat-compiler.ts';

/** wcc accepts every wxs and wxml, and whatever they import is there. */
export function checkWxml(build: Build, bin?: string): Gate {
  const scripts = filesOf(build, '.wxs');
  const templates = filesOf(build, '.wxml');
  // Scripts first: a template finds only those that were named before it.
  const files = [...scripts, ...templates];
  const args = ['-d', '-cc', toComponentList(build), ...files, '-gn', '$gwx'];
  const gate = compile('wcc', build, files, args, bin);
  if (gate.faults.length === 0) gate.faults.push(...findMissingImports(build, scripts, templates));
  return gate;
}

/** wcsc accepts every wxss. */
export function checkWxss(build: Build, bin?: string): Gate {
  const files = filesOf(build, '.wxss');
  const isOfPart = (file: string) => build.files.has(file.replace(/wxss$/, 'json'));
  // Those of pages and components come first, and are counted.
  const parts = files.filter(isOfPart);
  const others = files.filter((file) => !isOfPart(file));
  const args = ['-db', '-pc', String(parts.length), ...parts, ...others];
  const gate = compile('wcsc', build, files, args, bin);
  if (gate.faults.length === 0) gate.faults.push(...findLocalFiles(build, files));
  return gate;
}

const COMPILERS = {
  wcc: { rule: 'compiler.wxml', name: 'wxml and wxs' },
  wcsc: { rule: 'compiler.wxss', name: 'wxss' },
} as const;

function compile(
  compiler: CompilerName,
  build: Build,
  files: string[],
  args: string[],
  bin?: string,
): Gate {
  const { rule, name } = COMPILERS[compiler];
  if (files.length === 0) return { name, figures: 'no file', faults: [] };
  try {
    const run = runCompiler(compiler, bin ?? publishedCompilers(), build.dir, args);
    const faults = run.words.map((words): Fault => {
      return { rule, file: toFile(words, files), message: `${compiler}: ${words}` };
    });
    const accepted = faults.length === 0 ? 'accepted' : 'read';
    return {
      name,
      figures: `${files.length} files ${accepted} by ${compiler} ${run.version}`,
      faults,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { name, figures: 'not compiled', faults: [{ rule, file: '', message }] };
  }
}

/** The file that the compiler's words are about. */
function toFile(words: string, files: string[]): string {
  const named = files.filter((file) => words.includes(file));
  return named.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** One argument: how many files use components, then for each its name, how many, and their names. */
function toComponentList({ configs }: Build): string {
  const uses = [...configs].flatMap(([path, { usingComponents }]) => {
    const names = Object.keys(usingComponents ?? {});
    return usingComponents ? [[`${path}.wxml`, names.length, ...names].join(' ')] : [];
  });
  return [uses.length, ...uses].join(' ');
}

/** wcc stays silent about an imported file that isn't there; WeChat's other compiler tells. */
function findMissingImports(build: Build, scripts: string[], templates: string[]): Fault[] {
  const problems: CompileProblem[] = [];
  const toSources = (files: string[]) =>
    files.map((file) => ({
      path: file.slice(0, file.lastIndexOf('.')),
      text: readText(build, file),
    }));
  compileTemplates(toSources(templates), toSources(scripts), problems);
  return toFaults('compiler.wxml', problems);
}

/** wcsc stays silent about a file of the package that a style can't load; WeChat DevTools tells. */
function findLocalFiles(build: Build, files: string[]): Fault[] {
  const problems: CompileProblem[] = [];
  for (const file of files) parseStyle(file, readText(build, file), problems);
  return toFaults('compiler.wxss', problems);
}

function toFaults(rule: Fault['rule'], problems: readonly CompileProblem[]): Fault[] {
  return problems
    .filter(({ level }) => level === 'error')
    .map(({ file, line, message }) => ({
      rule,
      file,
      message: `${file}${line ? `:${line}` : ''}: ${message}`,
    }));
}
