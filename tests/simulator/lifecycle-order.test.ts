import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { programDir } from '../support/simulator-programs.ts';

/** Paths below WeChat's documents that say in which order things happen. */
const APP = 'reference/api/App.html';
const PAGE = 'reference/api/Page.html';
const ROUTE = 'framework/app-service/route.html';
const ROUTE_EVENTS = 'framework/app-service/route-event-listener.html';
const LIFETIMES = 'framework/custom-component/lifetimes.html';
const OBSERVERS = 'framework/custom-component/observer.html';
const HOT = 'framework/runtime/operating-mechanism.html';

/** A tap on a text, and the page on which it ends. */
type Tap = [text: string, page: string];

type Row = {
  what: string;
  source: string;
  /** Where it begins; the program's first page, `a`, by default. */
  path?: string;
  /** What happened before; its entries are left out. */
  before?: Tap[];
  act?: (driver: Driver) => Promise<void>;
  taps?: Tap[];
  log: string[];
  /** The document tells of pages alone: entries of components, onReady and onRouteDone are left out. */
  pagesOnly?: true;
  /** Each entry with the pages that are on the stack at its moment. */
  withStack?: true;
};

/** `a` and `b` are tabs; `c` has two components, one in the other; `d` changes its own. */
const ROWS: Row[] = [
  {
    what: 'a launch',
    source: `${APP} ${PAGE}`,
    log: ['App onLaunch', 'App onShow 1001', 'a onLoad', 'a onShow', 'a onReady', 'a onRouteDone'],
  },
  {
    what: 'navigateTo, with nested components',
    source: `${ROUTE} ${LIFETIMES}`,
    before: [],
    taps: [['往丙', 'c']],
    log: [
      'a onHide',
      ...['inner created', 'inner observes 内', 'outer created', 'outer observes 外'],
      ...['outer attached', 'inner attached', 'c onLoad'],
      ...['outer page show', 'inner page show', 'c onShow'],
      ...['inner ready', 'outer ready', 'c onReady'],
      ...['outer page routeDone', 'inner page routeDone', 'c onRouteDone'],
    ],
  },
  {
    what: 'navigateBack',
    source: `${ROUTE} ${LIFETIMES}`,
    before: [['往丙', 'c']],
    taps: [['退回', 'a']],
    log: ['c onUnload', 'inner detached', 'outer detached', 'a onShow', 'a onRouteDone'],
  },
  {
    what: 'redirectTo, with the stack at each moment',
    source: ROUTE_EVENTS,
    before: [['往丙', 'c']],
    taps: [['换成丁', 'd']],
    withStack: true,
    log: [
      ...['c onUnload [a c]', 'inner detached [a c]', 'outer detached [a c]'],
      ...[
        'inner created [a]',
        'inner observes 一 [a]',
        'inner created [a]',
        'inner observes 二 [a]',
      ],
      ...['inner attached [a d]', 'inner attached [a d]', 'd onLoad [a d]'],
      ...['inner page show [a d]', 'inner page show [a d]', 'd onShow [a d]'],
      ...['inner ready [a d]', 'inner ready [a d]', 'd onReady [a d]'],
      ...['inner page routeDone [a d]', 'inner page routeDone [a d]', 'd onRouteDone [a d]'],
    ],
  },
  {
    what: 'reLaunch',
    source: ROUTE,
    before: [
      ['往丙', 'c'],
      ['往丁', 'd'],
    ],
    taps: [['重开乙', 'b']],
    pagesOnly: true,
    log: ['d onUnload', 'c onUnload', 'a onUnload', 'b onLoad', 'b onShow'],
  },
  {
    what: 'switchTab from A to A, which does nothing, and on to B',
    source: ROUTE,
    before: [],
    taps: [
      ['到甲', 'a'],
      ['到乙', 'b'],
    ],
    pagesOnly: true,
    log: ['a onHide', 'b onLoad', 'b onShow'],
  },
  {
    what: 'switchTab from A to B that is open',
    source: ROUTE,
    before: [
      ['到乙', 'b'],
      ['到甲', 'a'],
    ],
    taps: [['到乙', 'b']],
    pagesOnly: true,
    log: ['a onHide', 'b onShow'],
  },
  {
    what: 'switchTab from C to A',
    source: ROUTE,
    before: [['往丙', 'c']],
    taps: [['到甲', 'a']],
    pagesOnly: true,
    log: ['c onUnload', 'a onShow'],
  },
  {
    what: 'switchTab from C to B',
    source: ROUTE,
    before: [['往丙', 'c']],
    taps: [['到乙', 'b']],
    pagesOnly: true,
    log: ['c onUnload', 'b onLoad', 'b onShow'],
  },
  {
    what: 'switchTab from D to B',
    source: ROUTE,
    before: [
      ['往丙', 'c'],
      ['往丁', 'd'],
    ],
    taps: [['到乙', 'b']],
    pagesOnly: true,
    log: ['d onUnload', 'c onUnload', 'b onLoad', 'b onShow'],
  },
  {
    what: 'switchTab from a shared D to A',
    source: ROUTE,
    path: 'd',
    before: [],
    taps: [['到甲', 'a']],
    pagesOnly: true,
    log: ['d onUnload', 'a onLoad', 'a onShow'],
  },
  {
    what: 'a component that comes',
    source: LIFETIMES,
    path: 'd',
    before: [],
    taps: [['加组件', 'd']],
    log: [
      ...['inner created', 'inner observes 内', 'outer created', 'outer observes 外'],
      ...['outer attached', 'inner attached', 'inner ready', 'outer ready'],
    ],
  },
  {
    what: 'a component that goes',
    source: LIFETIMES,
    path: 'd',
    before: [['加组件', 'd']],
    taps: [['去组件', 'd']],
    log: ['inner detached', 'outer detached'],
  },
  {
    what: 'a component that moves',
    source: `${LIFETIMES} ${OBSERVERS}`,
    path: 'd',
    before: [],
    taps: [['换次序', 'd']],
    log: ['inner moved', 'inner observes 二', 'inner observes 一'],
  },
  {
    what: 'to the background and back',
    source: `${APP} ${LIFETIMES}`,
    before: [['往丙', 'c']],
    act: async (driver) => {
      await driver.setForeground(false);
      await driver.setForeground(true);
    },
    log: [
      ...['outer page hide', 'inner page hide', 'c onHide', 'App onHide'],
      ...['App onShow 1001', 'outer page show', 'inner page show', 'c onShow'],
    ],
  },
  {
    what: 'a hot start by the list, which keeps the pages',
    source: HOT,
    before: [['往丙', 'c']],
    act: (driver) => driver.enter({ scene: 1089 }),
    pagesOnly: true,
    log: ['c onHide', 'App onHide', 'App onShow 1089', 'c onShow'],
  },
  {
    what: 'a hot start by a card, which names a page',
    source: HOT,
    before: [['往丙', 'c']],
    act: (driver) => driver.enter({ path: 'd', scene: 1007 }),
    pagesOnly: true,
    log: [
      ...['c onHide', 'App onHide', 'App onShow 1007'],
      ...['c onUnload', 'a onUnload', 'd onLoad', 'd onShow'],
    ],
  },
  {
    what: 'a hot start by another way in that names no page',
    source: HOT,
    before: [['往丙', 'c']],
    act: (driver) => driver.enter({ scene: 1014 }),
    pagesOnly: true,
    log: [
      ...['c onHide', 'App onHide', 'App onShow 1014'],
      ...['c onUnload', 'a onUnload', 'a onLoad', 'a onShow'],
    ],
  },
  {
    what: 'a hot start at a page that is not there',
    source: `${APP}#onPageNotFound`,
    before: [],
    act: (driver) => driver.enter({ path: 'gone', query: 'home=1', scene: 1007 }),
    pagesOnly: true,
    log: [
      ...['a onHide', 'App onHide', 'App onShow 1007', 'a onUnload'],
      ...['App onPageNotFound gone {"home":"1"} true', 'a onLoad', 'a onShow'],
    ],
  },
];

let driver: Driver;

afterEach(async () => {
  await driver.close();
});

/** Taps and waits until the way is at its end. */
async function follow([text, page]: Tap): Promise<void> {
  await driver.tapText(text);
  await driver.waitFor(`page ${page}`, async () => (await driver.currentPage()).path === page);
}

async function readLog({ pagesOnly, withStack }: Row): Promise<string[]> {
  await driver.tapText('看记录');
  const shown = (await driver.text()).split('\n').find((line) => /\[.*\]$/.test(line));
  const entries = shown?.split(' / ') ?? [];
  const told = entries.filter(
    (entry) => !pagesOnly || !/^(inner|outer)|onReady|onRouteDone/.test(entry),
  );
  return withStack ? told : told.map((entry) => entry.replace(/ \[.*$/, ''));
}

describe.each(launchers)('order of life in $name', ({ launch }) => {
  it.each(ROWS)('$what ($source)', async (row) => {
    const { path, before, act, taps = [], log } = row;
    driver = await launch({ distDir: programDir('order'), hosts: {}, ...(path ? { path } : {}) });
    await driver.waitForText('看记录');
    if (before) {
      for (const tap of before) await follow(tap);
      const { pagesOnly: _, withStack: __, ...all } = row;
      const settled = async () => /(onRouteDone|ready)$/.test((await readLog(all)).at(-1) ?? '');
      await driver.waitFor('the beginning to end', settled);
      await driver.tapText('忘记录');
    }
    for (const tap of taps) await follow(tap);
    await act?.(driver);
    const done = async () => (await readLog(row)).length >= log.length;
    await driver.waitFor('all entries', done);
    expect(await readLog(row)).toEqual(log);
    expect(await driver.errors()).toEqual([]);
  });
});
