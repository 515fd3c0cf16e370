import type { Block } from '../../../types/block.ts';
import { dropEmpties } from './drop-empties.ts';
import { mergeRuns } from './merge-runs.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { trimLines } from './trim-lines.ts';

const STEPS: readonly ((blocks: readonly Block[]) => Block[])[] = [
  splitParagraphs,
  trimLines,
  mergeRuns,
  dropEmpties,
];

/** What every body goes through, in this order. */
export function enhanceBlocks(blocks: readonly Block[]): Block[] {
  return STEPS.reduce<Block[]>((current, step) => step(current), [...blocks]);
}
