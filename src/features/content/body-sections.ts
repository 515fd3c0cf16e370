import type { Block } from '../../../types/block.ts';
import { collectText } from './collect-text.ts';
import { type BodyPart, splitBlock } from './split-block.ts';

/** The first section is what a reader waits for. */
const FIRST_PARTS = 20;
/** At most 60 children of one node (wechat-facts.md, Performance). */
const PARTS = 50;
/** Characters of one section: three bytes each and what the nodes around them cost stay below half of one setData's 256 KB. */
const CHARACTERS = 24_000;

/** A body in sections, each of which is one node and one setData. */
export function toBodySections(blocks: readonly Block[]): BodyPart[][] {
  const sections: BodyPart[][] = [];
  let section: BodyPart[] = [];
  let characters = 0;
  for (const part of blocks.flatMap(splitBlock)) {
    const size = collectText(part).length;
    const most = sections.length === 0 ? FIRST_PARTS : PARTS;
    if (section.length > 0 && (section.length >= most || characters + size > CHARACTERS)) {
      sections.push(section);
      section = [];
      characters = 0;
    }
    section.push(part);
    characters += size;
  }
  if (section.length > 0) sections.push(section);
  return sections;
}
