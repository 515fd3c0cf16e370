import { HOVER_PROPERTIES } from './common-properties.ts';
import type { Part } from './part.ts';

/** A box. */
export const view: Part = { name: 'view', properties: { ...HOVER_PROPERTIES } };
