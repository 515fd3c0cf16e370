/** A word and where it begins, in UTF-16 units. */
export interface PlacedWord {
  at: number;
  text: string;
}

/** One character that may stand before or after a word and leave it the same word: 女教师, 小学生, 江门市, 志愿者. */
const BEFORE = new Set('女男大小中老新副总反非');
const AFTER = new Set('市省区县镇乡村街会者员们节法生癌队组室处站');

/** What a split costs: a character that is no word by itself counts one. */
function toCost(text: string, at: number, end: number, whole: number): number {
  if (end - at > 1) return 0;
  const character = text.slice(at, end);
  const isAffix = (at === 0 && BEFORE.has(character)) || (end === whole && AFTER.has(character));
  return isAffix ? 0 : 1;
}

/** The least cost of splitting the first n characters, for every n. */
function toLeastCosts(word: string, pieces: readonly PlacedWord[]): number[] {
  const least = [0];
  for (let end = 1; end <= word.length; end += 1) {
    const costs = pieces
      .filter(({ at, text }) => at + text.length === end)
      .map(({ at }) => (least[at] ?? 0) + toCost(word, at, end, word.length));
    least.push(Math.min(...costs));
  }
  return least;
}

/** Pieces that lie on a cheapest way through the word. */
function findCheapest(word: string, pieces: readonly PlacedWord[]): PlacedWord[] {
  const least = toLeastCosts(word, pieces);
  const reached = new Set([word.length]);
  const found: PlacedWord[] = [];
  for (const piece of [...pieces].sort((a, b) => b.at + b.text.length - (a.at + a.text.length))) {
    const end = piece.at + piece.text.length;
    const cost = (least[piece.at] ?? 0) + toCost(word, piece.at, end, word.length);
    if (!reached.has(end) || cost !== least[end]) continue;
    reached.add(piece.at);
    if (piece.text.length > 1) found.push(piece);
  }
  return found;
}

/**
 * The words that a reader sees inside a long one: 妇女联合会 holds 妇女, 联合会 and 联合, but 江门市 holds no 门市 and
 * 妇女儿童 no 女儿. Those of the cheapest splits, and what these hold in turn.
 *
 * @param candidates everything the dictionary finds in the word, without the word itself
 */
export function findWordParts(word: string, candidates: readonly PlacedWord[]): PlacedWord[] {
  if (word.length < 3) return [];
  const inside = candidates.filter(({ text }) => text.length > 1 && text.length < word.length);
  const singles = Array.from(word, (text, at) => ({ at, text }));
  const found = new Map<string, PlacedWord>();
  for (const part of findCheapest(word, [...inside, ...singles])) {
    const within = inside
      .filter(({ at, text }) => at >= part.at && at + text.length <= part.at + part.text.length)
      .map(({ at, text }) => ({ at: at - part.at, text }));
    const deeper = findWordParts(part.text, within);
    for (const { at, text } of [part, ...deeper.map((p) => ({ ...p, at: p.at + part.at }))]) {
      found.set(`${at}:${text}`, { at, text });
    }
  }
  return [...found.values()];
}
