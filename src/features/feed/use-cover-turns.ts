import { useEffect, useRef, useState } from 'react';
import { toTurnEnd } from './cover-turns.ts';

/** The next pictures wait no longer for one that doesn't come, or that WeChat leaves for later as it is far from the screen. */
const LONGEST_TURN_MS = 2_000;

interface WithCover {
  cover?: unknown;
}

/** The cards whose pictures are on their way: from `start`, up to `end`. */
interface Turn {
  start: number;
  end: number;
}

const toNextTurn = (cards: readonly WithCover[], { end }: Turn): Turn => ({
  start: end,
  end: toTurnEnd(cards, end),
});

interface CoverTurns {
  /** The first card whose picture has to wait. */
  end: number;
  /** To be told when the picture of a card has come, or failed. */
  settle: (index: number) => void;
}

/** Lets the pictures of a list come a few at a time, those above first. */
export function useCoverTurns(cards: readonly WithCover[]): CoverTurns {
  const [turn, setTurn] = useState<Turn>(() => toNextTurn(cards, { start: 0, end: 0 }));
  const settled = useRef(new Set<number>());

  useEffect(() => {
    if (turn.end >= cards.length) return;
    const timer = setTimeout(() => setTurn(toNextTurn(cards, turn)), LONGEST_TURN_MS);
    return () => clearTimeout(timer);
  }, [cards, turn]);

  const settle = (index: number) => {
    settled.current.add(index);
    const isAwaited = ({ cover }: WithCover, place: number) =>
      Boolean(cover) && !settled.current.has(turn.start + place);
    if (turn.end >= cards.length || cards.slice(turn.start, turn.end).some(isAwaited)) return;
    setTurn(toNextTurn(cards, turn));
  };
  return { end: turn.end, settle };
}
