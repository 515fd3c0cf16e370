import type { Span } from '../../../types/block.ts';
import { SPAN_BYTES, weighCharacter, weighFrame, weighText } from './part-weight.ts';

/** The heaviest character: with less room, a cut would get nowhere. */
const LEAST_BYTES = 6;

/** A text as its first `bytes` and the rest, never cut between the two halves of one character. */
function cutText(text: string, bytes: number): [head: string, rest: string] {
  let at = 0;
  let left = bytes;
  for (const character of text) {
    left -= weighCharacter(character);
    if (left < 0) break;
    at += character.length;
  }
  return [text.slice(0, at), text.slice(at)];
}

/** A text in pieces of at most `bytes` each; an empty text is one piece. */
export function splitText(text: string, bytes: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  do {
    const [head, tail] = cutText(rest, Math.max(LEAST_BYTES, bytes));
    pieces.push(head);
    rest = tail;
  } while (rest !== '');
  return pieces;
}

/** The first spans that weigh at most `bytes` with their nodes, and the rest; a span is cut where the room ends. */
export function cutSpans(spans: readonly Span[], bytes: number): [head: Span[], rest: Span[]] {
  const head: Span[] = [];
  let room = bytes;
  for (const [index, span] of spans.entries()) {
    const frame = weighFrame(span);
    if (room < frame + LEAST_BYTES) return [head, spans.slice(index)];
    const [text, rest] = cutText(span.text, room - frame);
    head.push(rest === '' ? span : { ...span, text });
    if (rest !== '') return [head, [{ ...span, text: rest }, ...spans.slice(index + 1)]];
    room -= frame + weighText(text);
  }
  return [head, []];
}

/** Spans in groups that weigh at most `bytes` each with their nodes; no spans are one empty group. */
export function splitSpans(spans: readonly Span[], bytes: number): Span[][] {
  const groups: Span[][] = [];
  let rest = [...spans];
  do {
    const [head, tail] = cutSpans(rest, Math.max(SPAN_BYTES + LEAST_BYTES, bytes));
    groups.push(head);
    rest = tail;
  } while (rest.length > 0);
  return groups;
}
