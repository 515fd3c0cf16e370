import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of a build, to be broken. */
export class BrokenBuild {
  readonly distDir = mkdtempSync(join(tmpdir(), 'broken build '));

  constructor(distDir: string) {
    cpSync(distDir, this.distDir, { recursive: true });
  }

  /** Replaces what `pattern` finds in a file. Throws when it finds nothing: then nothing would be broken. */
  replace(file: string, pattern: RegExp, replacement: string): void {
    const place = join(this.distDir, file);
    const before = readFileSync(place, 'utf8');
    const after = before.replace(pattern, replacement);
    if (after === before) throw new Error(`${file} holds no ${pattern}: is the build another?`);
    writeFileSync(place, after);
  }

  append(file: string, text: string): void {
    appendFileSync(join(this.distDir, file), text);
  }

  /** Removes the files at the top whose name starts so. Throws when there is none. */
  removeFiles(start: string): void {
    const files = readdirSync(this.distDir).filter((file) => file.startsWith(start));
    if (files.length === 0) throw new Error(`the build has no ${start}*`);
    for (const file of files) rmSync(join(this.distDir, file));
  }

  remove(): void {
    rmSync(this.distDir, { recursive: true, force: true });
  }
}
