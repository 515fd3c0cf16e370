import { describe, expect, it } from '@jest/globals';
import { judge } from '../../../simulator/audit/judge.ts';
import { failures } from '../../../simulator/audit/report.ts';
import type { Look, Visit } from '../../../simulator/audit/visit.ts';
import type { AnswerEntry, ErrorEntry, SetDataEntry } from '../../../simulator/record/ledger.ts';
import { makeLook, makeVisit, PAGE } from './visits.ts';

const looking = (changed: Partial<Look>): Partial<Visit> => ({ looks: [makeLook(changed)] });
const nodes = (changed: Partial<Look['nodes']>) =>
  looking({ nodes: { count: 1, depth: 1, children: { most: 1, at: 'view' }, ...changed } });
const setData = (at: number, bytes = 10): SetDataEntry => ({
  ...{ at, bytes, page: PAGE, component: null, keys: ['root'], interaction: 'launch' },
});
const calls = (count: number, every: number) =>
  Array.from({ length: count }, (_, index) => setData(index * every));
const answer = (digest: string, url = 'https://one.example/feed'): AnswerEntry => ({
  ...{ at: 0, page: PAGE, method: 'GET', url, bytes: 3, digest },
});
const fetched = (count: number, every = 0, host = 0) =>
  Array.from({ length: count }, (_, index) => ({
    url: `http://phone/simulator/host/${host}/${index}.webp`,
    start: index * every,
    end: index * every + 5,
  }));
const picture = (side: number) => ({
  url: 'http://phone/one.webp',
  pixels: { width: side, height: side },
  shown: { width: 100, height: 100 },
});
const error = (changed: Partial<ErrorEntry>): ErrorEntry => ({
  ...{ at: 0, level: 'error', source: 'program', rule: null, message: 'broken', stack: '' },
  ...changed,
});
const axe = (rule: string) => [{ rule, at: 'view', says: 'why' }];
const url = 'http://phone/0.webp';
const kept = (cacheControl: string | null): Partial<Visit> => ({
  ...looking({ fetches: [{ url, start: 0, end: 1 }] }),
  caching: [{ url, cacheControl }],
});

const CASES: [what: string, changed: Partial<Visit>, failed: string[]][] = [
  ['nothing wrong', {}, []],
  ['20 setData in a second', { setData: calls(20, 50) }, []],
  ['21 setData in a second', { setData: calls(21, 49) }, ['setdata.rate']],
  ['many setData over many seconds', { setData: calls(100, 60) }, []],
  ['256 KB in one setData', { setData: [setData(0, 256 * 1024)] }, []],
  ['more than 256 KB', { setData: [setData(0, 256 * 1024 + 1)] }, ['setdata.size']],
  ['more than 1 MB', { setData: [setData(0, 2 ** 20 + 1)] }, ['setdata.size', 'setdata.limit']],
  ['1000 nodes', nodes({ count: 1000 }), []],
  ['1001 nodes', nodes({ count: 1001 }), ['nodes.count']],
  ['31 levels', nodes({ depth: 31 }), ['nodes.depth']],
  ['61 children', nodes({ children: { most: 61, at: 'view' } }), ['nodes.children']],
  [
    'an answer that came again',
    looking({ answers: [answer('a'), answer('a')] }),
    ['request.repeated'],
  ],
  ['an answer that has changed', looking({ answers: [answer('a'), answer('b')] }), []],
  ['equal answers of two addresses', looking({ answers: [answer('a'), answer('a', 'x')] }), []],
  [
    'an answer that was asked for again by doing something',
    {
      looks: [
        makeLook({ act: 'open', answers: [answer('a')] }),
        makeLook({ act: 'pull', answers: [answer('a')] }),
      ],
    },
    [],
  ],
  [
    'an answer that came again while scrolling on',
    {
      looks: [
        makeLook({ act: 'scroll', answers: [answer('a')] }),
        makeLook({ act: 'scroll', answers: [answer('a')] }),
      ],
    },
    ['request.repeated'],
  ],
  ['six pictures at once', looking({ fetches: fetched(6) }), []],
  ['seven pictures at once', looking({ fetches: fetched(7) }), ['images.concurrent']],
  ['seven, one after another', looking({ fetches: fetched(7, 100) }), []],
  ['seven, quicker than 100 ms each', looking({ fetches: fetched(7, 10) }), ['images.concurrent']],
  ['seven of two domains', looking({ fetches: [...fetched(4), ...fetched(3, 0, 1)] }), []],
  ['as many pixels as the phone has', looking({ images: [picture(300)] }), []],
  ['more pixels than the phone has', looking({ images: [picture(301)] }), ['images.pixels']],
  ['a picture that is kept', kept('public, max-age=60'), []],
  ['a picture that is not kept', kept('no-store'), ['images.cached']],
  ['a picture of a silent server', kept(null), ['images.cached']],
  ['a picture kept for no time', kept('max-age=0'), ['images.cached']],
  ['a target of 44 px', looking({ taps: [{ at: 'view', width: 44, height: 44 }] }), []],
  [
    'a low target',
    looking({ taps: [{ at: 'view', width: 300, height: 40 }] }),
    ['display.tap-area'],
  ],
  [
    'lines close together',
    looking({ lines: [{ at: 'text', ratio: 1.29 }] }),
    ['display.line-height'],
  ],
  ['weak colours', looking({ axe: axe('color-contrast') }), ['display.contrast']],
  ['a role that is none', looking({ axe: axe('aria-roles') }), ['display.labels']],
  [
    'a view without a role',
    looking({ nameless: [{ at: 'view', lacks: 'x' }] }),
    ['display.labels'],
  ],
  ['no chat card', { card: null }, ['share.offered']],
  ['no timeline entry', { entry: null }, ['share.offered']],
  ['no picture', { card: { title: '试', path: '/', imageUrl: '' } }, ['share.offered']],
  ['an error', { errors: [error({})] }, ['errors']],
  ['a warning without a rule', { errors: [error({ level: 'warning' })] }, []],
  [
    'a rule broken on the way',
    { errors: [error({ rule: 'stack.depth', source: 'rule' })] },
    ['stack.depth'],
  ],
];

describe('a visit', () => {
  it.each(CASES)('with %s', (_what, changed, failed) => {
    const rows = judge([makeVisit(changed)], [PAGE]);
    expect(failures(rows).map(({ rule }) => rule)).toEqual(failed);
  });
});

describe('a row', () => {
  it('has the worst figure of all visits of its page', () => {
    const visits = [nodes({ count: 5 }), nodes({ count: 1002 }), nodes({ count: 7 })].map(
      makeVisit,
    );
    const row = judge(visits, [PAGE]).find(({ rule }) => rule === 'nodes.count');
    expect(row).toMatchObject({ page: PAGE, measured: '1002', limit: '≤ 1000', ok: false });
    expect(row?.faults).toEqual(['1002 nodes (one, light, opened)']);
  });

  it('is the page’s that was on top, whichever stop led there', () => {
    const visit = makeVisit({ looks: [makeLook({ page: 'pages/two/two' })] });
    const other = makeVisit({ page: 'pages/two/two' });
    const rows = judge([visit, other], [PAGE, 'pages/two/two']);
    const counts = rows.filter(({ rule }) => rule === 'nodes.count');
    expect(counts.map(({ page, measured }) => [page, measured])).toEqual([
      [PAGE, '10'],
      ['pages/two/two', '10'],
    ]);
  });
});
