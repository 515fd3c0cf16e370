/** Where WeChat documents its rules; sources are paths below it. */
export const DOCUMENTS = 'https://developers.weixin.qq.com/miniprogram/dev/';

/** One thing that WeChat enforces and that the simulator, the audit or the build's gate enforces too. */
export type Rule = {
  /** The line of WeChat's facts that it is taken from, by section and place: `subscribe-1`. */
  line: string;
  /** What a program must keep to, in one sentence. */
  sentence: string;
  /** Path below `DOCUMENTS`, or another full address. */
  source: string;
  /**
   * When a breach shows: while the program runs, when the audit walks its pages, or when the build is
   * held against its limits.
   */
  when: 'run' | 'audit' | 'build';
  /** The file that enforces it, from the top of the repository. */
  where: string;
  /** A warning is told and goes on; an error is what WeChat refuses or gets wrong. */
  level: 'error' | 'warning';
};

/** A fact that is not held against a program, and why not. */
export type Unheld = { line: string; sentence: string; source: string; reason: string };
