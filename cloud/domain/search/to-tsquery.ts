import type { Phrase, Reading } from './read-query.ts';

const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

function toPhraseText(phrase: Phrase): string {
  let previous = phrase[0]?.at ?? 0;
  const parts = phrase.map(({ at, text }, n) => {
    const distance = at - previous;
    previous = at;
    return n === 0 ? quote(text) : `<${distance}> ${quote(text)}`;
  });
  return `(${parts.join(' ')})`;
}

/** A reading in PostgreSQL's language; every word is quoted, so nothing that was typed can be an operator. */
export function toTsQuery({ groups }: Reading): string {
  return groups.map((phrases) => `(${phrases.map(toPhraseText).join(' | ')})`).join(' & ');
}

/** True when the index alone decides: no words side by side, and not several at once, which every candidate must be read for. */
export function isOneWord({ groups }: Reading): boolean {
  return groups.length === 1 && groups.flat().every((phrase) => phrase.length === 1);
}
