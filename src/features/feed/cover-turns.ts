/** At most so many pictures of one domain on their way at once (docs/wechat.md, Performance). */
const COVERS_AT_ONCE = 6;

interface WithCover {
  cover?: unknown;
}

/**
 * Where the turn of the cards from `start` on ends: the first card whose picture would be one too many. The pictures of a
 * list come in such turns, so that each turn is one setData.
 */
export function toTurnEnd(cards: readonly WithCover[], start: number): number {
  let pictures = 0;
  for (let index = start; index < cards.length; index += 1) {
    if (cards[index]?.cover) pictures += 1;
    if (pictures > COVERS_AT_ONCE) return index;
  }
  return cards.length;
}

/** The first page of a list, from 0, of which a picture is still to come. Those below it wait with theirs. */
export function toOpenPage(settledPages: ReadonlySet<number>): number {
  let page = 0;
  while (settledPages.has(page)) page += 1;
  return page;
}
