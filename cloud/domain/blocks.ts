import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Block } from '../../types/block.ts';

const blocks = Compile(Type.Array(Block));
const KINDS = new Set(Block.anyOf.map((member) => member.properties.kind.const));

/** True when every block is one that the contract knows. */
export function areBlocks(value: unknown): value is Block[] {
  return blocks.Check(value);
}

/** The words in members called `text`, at any depth: where the contract's compatibility rule puts them. */
function collectWords(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'text' && typeof member === 'string' ? [member] : collectWords(member),
  );
}

/**
 * Stored blocks as this version can serve them. A kind that a newer version stored, before it was rolled back, keeps
 * its words: the contract has no place for more.
 */
export function toServableBlocks(stored: Block[]): Block[] {
  return stored.map((block) =>
    KINDS.has(block.kind) ? block : { kind: 'unknown', text: collectWords(block).join('\n') },
  );
}
