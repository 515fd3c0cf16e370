import { fileURLToPath } from 'node:url';

/** Folder of one of the small hand-written programs that the simulator's own tests run. */
export function programDir(
  name: 'life' | 'template' | 'calls' | 'share' | 'order' | 'ways' | 'custom-tabs' | 'counting',
): string {
  return fileURLToPath(new URL(`../fixtures/simulator/${name}`, import.meta.url));
}
