import type { Part } from './part.ts';

/** A box. */
export const view: Part = { name: 'view' };
