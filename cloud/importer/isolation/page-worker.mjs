/** A thread starts without its parent's loaders, so TypeScript's is asked for here. */
import { tsImport } from 'tsx/esm/api';

await tsImport('./page-worker.ts', import.meta.url);
