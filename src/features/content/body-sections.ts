import type { Block } from '../../../types/block.ts';
import { type BodyPart, splitBlock } from './split-block.ts';

/** The first section is what a reader waits for. */
const FIRST_PARTS = 20;
/** At most 60 children of one node (wechat-facts.md, Performance). */
const PARTS = 50;
/** Half of what one setData may carry (256 KB), since what follows is an estimate. */
const SECTION_BYTES = 128 * 1024;
/** What a piece of a block costs in nodes around its words: more than was ever seen. */
const BYTES_OF_A_PIECE = 150;
/** Of a Chinese character in UTF-8. */
const BYTES_OF_A_CHARACTER = 3;

/** About as many bytes as a part is when it is sent to the screen, rather more than fewer. */
function toWeight(value: unknown): number {
  if (typeof value === 'string') return value.length * BYTES_OF_A_CHARACTER;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>(
    (sum, member) => sum + toWeight(member),
    BYTES_OF_A_PIECE,
  );
}

/** A body in sections, each of which is one node and one setData. */
export function toBodySections(blocks: readonly Block[]): BodyPart[][] {
  const sections: BodyPart[][] = [];
  let section: BodyPart[] = [];
  let bytes = 0;
  for (const part of blocks.flatMap(splitBlock)) {
    const weight = toWeight(part);
    const most = sections.length === 0 ? FIRST_PARTS : PARTS;
    if (section.length > 0 && (section.length >= most || bytes + weight > SECTION_BYTES)) {
      sections.push(section);
      section = [];
      bytes = 0;
    }
    section.push(part);
    bytes += weight;
  }
  if (section.length > 0) sections.push(section);
  return sections;
}
