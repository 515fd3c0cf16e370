import { collectText } from '../../../rules/collect-text.ts';
import type { Block } from '../../../types/block.ts';
import { isBlock } from '../../../types/generated/contract-checks.js';

/**
 * The blocks of an answer, each checked by itself: one that this version doesn't know, or that is broken, shows its words
 * as an `unknown` block, and so does a bare text; one without words is left out.
 */
export function toBlocks(unchecked: readonly unknown[]): Block[] {
  return unchecked.flatMap((block): Block[] => {
    if (isBlock(block)) return [block];
    const text = typeof block === 'string' ? block.trim() : collectText(block);
    return text === '' ? [] : [{ kind: 'unknown', text }];
  });
}
