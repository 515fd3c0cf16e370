import { posix } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { CompileProblem } from '../program.ts';

type Source = { path: string; text: string };

type CompilerMessage = {
  isError: boolean;
  level: string;
  message: string;
  path: string;
  startLine: number;
};

/** Puts the host's functions in the compiler's places; its `D` is there only where wxs is. */
const RUNTIME = 'Q.C=callListener;Q.A=toObserver;var D=D&&toModules(D);';

/**
 * Compiles all templates of a program into one JavaScript expression.
 * The expression calls functions that the host puts into its scope: `callListener`, through which
 * every event handler runs, `toObserver`, which each function of `change:` goes through, `toModules` around
 * what defines wxs modules, `toCall(path)` around every function that an expression calls, and
 * `missingTemplate(name, path)`, called when `<template is>` names a template that does not exist (the
 * framework itself renders nothing then).
 */
export function compileTemplates(
  templates: Source[],
  scripts: Source[],
  problems: CompileProblem[],
): string {
  const group = new TmplGroup();
  try {
    group.setExtraRuntimeScript(RUNTIME);
    for (const { path, text } of scripts) group.addScript(path, text);
    for (const { path, text } of templates) {
      const messages = group.addTmpl(path, text) as CompilerMessage[];
      problems.push(...messages.map(toProblem));
    }
    const known = new Set(templates.map(({ path }) => path));
    const knownScripts = new Set(scripts.map(({ path }) => path));
    for (const { path } of templates) {
      for (const target of group.getDirectDependencies(path) as string[]) {
        if (!known.has(target)) problems.push(missing(path, `${target}.wxml`));
      }
      for (const target of group.getScriptDependencies(path) as string[]) {
        const inline = target.startsWith(`${path}#`);
        if (!inline && !knownScripts.has(posix.normalize(target))) {
          problems.push(missing(path, `${target}.wxs`));
        }
      }
    }
    return reportFaults(nameCalls(group.getTmplGenObjectGroups()), templates.length);
  } finally {
    group.free();
  }
}

/**
 * The compiler looks a named template up in one place per file, `return S[P]`. That place is made
 * to report a name that is not there, and the beginning of the file to give it a `P` of its own: what
 * expressions call functions through. The count is checked, so that a newer compiler with other
 * code fails here and not by silence.
 */
function reportFaults(code: string, expected: number): string {
  const lookup =
    /G\[("(?:[^"\\]|\\.)*")\]=\(\(\)=>\{var H=\{\};var S;var I=\(P\)=>\{(.*?)return S\[P\]\};/g;
  let count = 0;
  const reporting = code.replace(lookup, (_, path: string, body: string) => {
    count += 1;
    return (
      `G[${path}]=(()=>{var P=toCall(${path});var H={};var S;var I=(P)=>{${body}` +
      `return S[P]||missingTemplate(P,${path})};`
    );
  });
  if (count !== expected) {
    throw new Error(
      `glass-easel-template-compiler writes other code than expected (${count} of ${expected} ` +
        'lookups found): adapt simulator/compile/templates.ts to its version',
    );
  }
  return reporting;
}

/**
 * The compiler writes `list.join(1)` as `P(X(D.list).join)(1)`: `P` is told the name too. It does without the
 * first one, which is the data's, or a module's that has lost its name.
 */
function nameCalls(code: string): string {
  const call = /\bP\(((?:X\()*[\w$]+(?:\)?\.[\w$]+)+)\)\(/g;
  return code.replace(call, (_, callee: string) => {
    const [, ...names] = callee.replace(/X\(|\)/g, '').split('.');
    return `P(${callee},"${names.join('.')}")(`;
  });
}

function toProblem(message: CompilerMessage): CompileProblem {
  return {
    file: `${message.path}.wxml`,
    line: message.startLine + 1,
    level: message.isError ? 'error' : 'warning',
    message: message.message,
  };
}

function missing(path: string, target: string): CompileProblem {
  return {
    file: `${path}.wxml`,
    line: 0,
    level: 'error',
    message: `${target} is imported but not there`,
  };
}
