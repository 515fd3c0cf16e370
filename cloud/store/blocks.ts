import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { collectText } from '../../rules/collect-text.ts';
import { Block } from '../../types/block.ts';

const blocks = Compile(Type.Array(Block));
const KINDS = new Set(Block.anyOf.map((member) => member.properties.kind.const));

/** True when every block is one that the contract knows. */
export function areBlocks(value: unknown): value is Block[] {
  return blocks.Check(value);
}

/**
 * Stored blocks as this version can serve them. A kind that a newer version stored, before it was rolled back, keeps
 * its words: the contract has no place for more.
 */
export function toServableBlocks(stored: Block[]): Block[] {
  return stored.map((block) =>
    KINDS.has(block.kind) ? block : { kind: 'unknown', text: collectText(block) },
  );
}
