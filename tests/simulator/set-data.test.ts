import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchInJsdom } from '../../simulator/kit/launch-in-jsdom.ts';
import type { SetDataEntry } from '../../simulator/record/ledger.ts';
import { Ledger } from '../../simulator/record/ledger.ts';
import {
  ADVISED_BYTES,
  MOST_BYTES,
  noteSetData,
  summarise,
} from '../../simulator/record/set-data.ts';
import { programDir } from '../support/simulator-programs.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

function entry(at: number, page: string, interaction: string, bytes: number): SetDataEntry {
  return { at, page, component: null, keys: ['a', 'b'], bytes, interaction };
}

describe('the summary of setData', () => {
  it('adds up by page and by interaction, and finds the busiest second', () => {
    const { pages, interactions } = summarise([
      entry(0, 'one', 'launch', 10),
      entry(600, 'one', 'launch', 30),
      entry(1100, 'one', 'tap 一', 20),
      entry(1500, 'two', 'tap 一', 5),
      entry(1599, 'one', 'tap 一', 1),
      entry(1600, 'one', 'tap 一', 1),
    ]);
    expect(pages).toEqual([
      { page: 'one', calls: 5, keys: 10, bytes: 62, largest: 30, mostInOneSecond: 3 },
      { page: 'two', calls: 1, keys: 2, bytes: 5, largest: 5, mostInOneSecond: 1 },
    ]);
    expect(interactions.map(({ page, interaction, calls }) => [page, interaction, calls])).toEqual([
      ['one', 'launch', 2],
      ['one', 'tap 一', 3],
      ['two', 'tap 一', 1],
    ]);
  });

  it('is empty where nothing was set', () => {
    expect(summarise([])).toEqual({ pages: [], interactions: [] });
  });
});

describe('the size of one setData', () => {
  const around = JSON.stringify({ text: '' }).length;
  it.each([
    ['the advised size', ADVISED_BYTES, null, true],
    ['a byte more', ADVISED_BYTES + 1, 'setdata.size', true],
    ['the largest size', MOST_BYTES, 'setdata.size', true],
    ['a byte more than that', MOST_BYTES + 1, 'setdata.limit', false],
  ])('holds %s', (_, bytes, rule, reaches) => {
    const ledger = new Ledger();
    const text = 'x'.repeat(bytes - around);
    expect(noteSetData(ledger, 'page', null, { text })).toBe(reaches);
    expect(ledger.errors.map((error) => error.rule)).toEqual(rule ? [rule] : []);
  });
});

it('leaves a field as it was that is set to undefined, and says so', async () => {
  const { distDir, remove } = makeTinyProgram({
    'page.js': `Page({
      data: { a: '甲', b: '乙' },
      go() { this.setData({ a: undefined, b: '丙' }, () => this.setData({ told: this.data.a })) },
    })`,
    'page.wxml': '<view bindtap="go">改</view><view>{{a}}{{b}}{{told}}</view>',
  });
  const driver = await launchInJsdom({ distDir, hosts: {} });
  await driver.tapText('改');
  await driver.waitForText('甲丙甲');
  expect((await driver.errors()).map(({ level, message }) => [level, message])).toEqual([
    ['warning', 'Setting data field "a" to undefined is invalid.'],
  ]);
  await driver.close();
  remove();
});

describe('what setData follows', () => {
  let driver: Driver;
  afterEach(() => driver.close());

  it('is named after what the person did last', async () => {
    driver = await launchInJsdom({ distDir: programDir('ways'), hosts: {} });
    await driver.tapText('看字号');
    await driver.waitForText('字号 17');
    await driver.setTheme('dark');
    await driver.waitForText('听到dark');
    await driver.switchTab('我的');
    await driver.waitForText('"index":"1"');
    const interactions = (await driver.ledger()).map(({ interaction }) => interaction);
    expect([...new Set(interactions)]).toEqual(['tap 看字号', 'theme dark', 'tab 我的']);
  });

  it('counts every way to change data, early and late, in pages, components and behaviors', async () => {
    driver = await launchInJsdom({ distDir: programDir('counting'), hosts: {} });
    const counted = async () =>
      (await driver.ledger()).map(({ component, keys }) => `${component ?? 'page'} ${keys}`);
    await driver.waitFor('the last one', async () => (await counted()).includes('page called'));
    expect(await counted()).toEqual([
      'box early',
      'box behaved',
      'box own',
      'box observed',
      'page loaded',
      'page grouped',
      'box outside',
      'page later',
      'page deep.down',
      'page done',
      'page called',
    ]);
  });
});
