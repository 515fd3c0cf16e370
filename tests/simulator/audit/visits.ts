import type { Look, Visit } from '../../../simulator/audit/visit.ts';

export const PAGE = 'pages/one/one';

/** A look at a page with which nothing is wrong, but for what is given. */
export function makeLook(changed: Partial<Look> = {}): Look {
  return {
    ...{ page: PAGE, act: 'opened', theme: 'light', answers: [], fetches: [], axe: [] },
    nodes: { count: 10, depth: 3, children: { most: 4, at: 'view.list' } },
    ...{ taps: [], lines: [], images: [], nameless: [] },
    ...changed,
  };
}

/** A visit with one look, with which nothing is wrong. */
export function makeVisit(changed: Partial<Visit> = {}): Visit {
  return {
    ...{ stop: 'one', page: PAGE, theme: 'light', looks: [makeLook()] },
    ...{ setData: [], errors: [], caching: [] },
    card: { title: '试', path: '/pages/one/one', imageUrl: '/card.png' },
    entry: { title: '试', query: '', imageUrl: '/square.png' },
    ...changed,
  };
}
