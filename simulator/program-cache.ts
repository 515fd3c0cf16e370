import { buildStamp, compileProgram } from './compile/compile-program.ts';
import type { Program } from './program.ts';

const compiled = new Map<string, { stamp: string; program: Program }>();

/**
 * The compiled build of a folder: compiled when it is first asked for, and again whenever one of
 * its files has changed. Throws, with what to do, when the folder holds no build.
 */
export function currentProgram(distDir: string): Program {
  const stamp = buildStamp(distDir);
  const known = compiled.get(distDir);
  if (known?.stamp === stamp) return known.program;
  const program = compileProgram(distDir);
  compiled.set(distDir, { stamp, program });
  return program;
}
