import type { Block } from '../../../types/block.ts';
import { linkPhoneNumbers } from './callable-numbers.ts';
import { dropEmpties } from './drop-empties.ts';
import { formGalleries } from './galleries.ts';
import { mergeRuns } from './merge-runs.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { trimLines } from './trim-lines.ts';

/** Captions are placed earlier (`blocks/captions.ts`): only the page knows what stands in the middle. */
const STEPS: readonly ((blocks: readonly Block[]) => Block[])[] = [
  splitParagraphs,
  trimLines,
  mergeRuns,
  dropEmpties,
  formGalleries,
  linkPhoneNumbers,
];

/** What every body goes through, in this order. */
export function enhanceBlocks(blocks: readonly Block[]): Block[] {
  return STEPS.reduce<Block[]>((current, step) => step(current), [...blocks]);
}
