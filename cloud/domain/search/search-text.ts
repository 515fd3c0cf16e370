/** A text as searching reads it: half width, lower case, so that `ＨＰＶ` is `hpv`. */
export interface SearchText {
  text: string;
  /** For every UTF-16 unit of `text`, and for its end: where it stands in the original. */
  origins: number[];
}

const isPlain = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** One by one, so that every character of the outcome has its place in the original. */
export function readSearchText(original: string): SearchText {
  const origins: number[] = [];
  let text = '';
  let at = 0;
  for (const character of original) {
    const code = character.codePointAt(0) ?? 0;
    const read = isPlain(code) ? character : character.normalize('NFKC').toLowerCase();
    for (let unit = 0; unit < read.length; unit += 1) origins.push(at);
    text += read;
    at += character.length;
  }
  origins.push(at);
  return { text, origins };
}

/** The same without places. */
export function toSearchText(original: string): string {
  return readSearchText(original).text;
}
