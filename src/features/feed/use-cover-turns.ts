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

const NO_TURN: Turn = { start: 0, end: 0 };

const toNextTurn = (cards: readonly WithCover[], { end }: Turn): Turn => ({
  start: end,
  end: toTurnEnd(cards, end),
});

interface CoverTurnsOptions {
  cards: readonly WithCover[];
  /** Place of these cards among the pages of the list, from 0. */
  page: number;
  /** False while pictures of the pages above are still to come. */
  mayBegin: boolean;
  /** Told the page when all its pictures have come, or failed. */
  onSettled: (page: number) => void;
}

interface CoverTurns {
  /** The first card whose picture has to wait. */
  end: number;
  /** To be told when the picture of a card has come, or failed. */
  settle: (index: number) => void;
}

/** Lets the pictures of a list come a few at a time, those above first. */
export function useCoverTurns(options: CoverTurnsOptions): CoverTurns {
  const { cards, page, mayBegin, onSettled } = options;
  const [turn, setTurn] = useState<Turn>(mayBegin ? toNextTurn(cards, NO_TURN) : NO_TURN);
  const settled = useRef(new Set<number>());
  const isAwaited = ({ cover }: WithCover, index: number) =>
    Boolean(cover) && !settled.current.has(index);

  useEffect(() => {
    if (turn.end >= cards.length) return;
    const waits = mayBegin && turn.end === 0 ? 0 : LONGEST_TURN_MS;
    const timer = setTimeout(() => setTurn(toNextTurn(cards, turn)), waits);
    return () => clearTimeout(timer);
  }, [cards, turn, mayBegin]);

  // Cards without any picture keep nobody waiting.
  useEffect(() => {
    if (!cards.some(({ cover }) => cover)) onSettled(page);
  }, [cards, page, onSettled]);

  const settle = (index: number) => {
    settled.current.add(index);
    if (!cards.some(isAwaited)) onSettled(page);
    const isUnderWay = (card: WithCover, place: number) => isAwaited(card, turn.start + place);
    if (turn.end >= cards.length || cards.slice(turn.start, turn.end).some(isUnderWay)) return;
    setTurn(toNextTurn(cards, turn));
  };
  return { end: turn.end, settle };
}
