import { fileURLToPath } from 'node:url';

export type ProgramName =
  | 'life'
  | 'template'
  | 'calls'
  | 'share'
  | 'gallery'
  | 'todo'
  | 'signup'
  | 'reader';

/** Folder of one of the small hand-written programs that the simulator's own tests run. */
export function programDir(name: ProgramName): string {
  return fileURLToPath(new URL(`../fixtures/simulator/${name}`, import.meta.url));
}
