import { useCallback, useState } from 'react';
import { toOpenPage } from './cover-turns.ts';

interface PageTurns {
  /** The last page, from 0, that may ask for its pictures. */
  openPage: number;
  /** To be told when all pictures of a page have come, or failed. Stays the same for one list. */
  settlePage: (page: number) => void;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Lets the pages of a list ask for their pictures one page after the other.
 *
 * @param list names the list: another one begins at its first page
 */
export function usePageTurns(list: string): PageTurns {
  const [settled, setSettled] = useState({ list, pages: NONE });
  const settlePage = useCallback(
    (page: number) =>
      setSettled((last) => {
        const pages = last.list === list ? last.pages : NONE;
        return pages.has(page) ? last : { list, pages: new Set([...pages, page]) };
      }),
    [list],
  );
  return { openPage: toOpenPage(settled.list === list ? settled.pages : NONE), settlePage };
}
