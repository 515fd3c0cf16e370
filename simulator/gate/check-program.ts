import { checkWxml, checkWxss } from './compilers.ts';
import type { Fault, Gate } from './gate.ts';
import { checkPackageSizes } from './package-sizes.ts';
import { checkLazyCode, checkProgramFiles, checkSharing } from './program-files.ts';
import { readBuild } from './read-build.ts';
import { checkSyntax, type EcmaVersion } from './syntax.ts';
import { checkTabBarIcons } from './tab-bar-icons.ts';
import { checkTheme } from './theme.ts';

export type GateSettings = {
  /** Level of ECMAScript that phones are asked to read. */
  ecmaVersion: EcmaVersion;
  /** Whether every page has to offer sharing. */
  everyPageShares?: boolean;
  /** Folder of WeChat's compilers; those of npm `miniprogram-compiler` by default. */
  compilers?: string;
};

/**
 * Holds the files of a build against what WeChat accepts, without running it.
 * Throws only when the folder holds no `app.json`: nothing was built.
 */
export function runGates(distDir: string, settings: GateSettings): Gate[] {
  const build = readBuild(distDir);
  return [
    checkWxml(build, settings.compilers),
    checkWxss(build, settings.compilers),
    checkSyntax(build, settings.ecmaVersion),
    checkPackageSizes(build),
    checkTabBarIcons(build),
    checkTheme(build),
    checkLazyCode(build),
    ...(settings.everyPageShares ? [checkSharing(build)] : []),
    // Last: it tells too which JSON the others could not read.
    checkProgramFiles(build),
  ];
}

/** Everything that is wrong with a build's files; empty when WeChat would accept them. */
export function checkProgram(distDir: string, settings: GateSettings): Fault[] {
  return runGates(distDir, settings).flatMap(({ faults }) => faults);
}
