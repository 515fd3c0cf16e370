import type { Block } from '../../../types/block.ts';
import { weighBlock } from './part-weight.ts';
import { type BodyPart, splitBlock } from './split-block.ts';

/** The first section is what a reader waits for. */
const FIRST_PARTS = 20;
/** At most 60 children of one node (docs/wechat.md, Performance). */
const PARTS = 50;
/** Half of what one setData may carry (256 KB), since a part's weight is an estimate. */
const SECTION_BYTES = 128 * 1024;

/** A body in sections, each of which is one node and one setData. */
export function toBodySections(blocks: readonly Block[]): BodyPart[][] {
  const sections: BodyPart[][] = [];
  let section: BodyPart[] = [];
  let bytes = 0;
  for (const part of blocks.flatMap(splitBlock)) {
    const weight = weighBlock(part);
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
