import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver, LaunchSettings } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

const DAY = Date.UTC(2026, 0, 2, 3, 4, 5);

describe.each(launchers)('wxs in $name', ({ launch }) => {
  let close = async () => {};
  afterEach(() => close());

  const open = async (
    files: Record<string, string>,
    settings: Partial<LaunchSettings> = {},
  ): Promise<Driver> => {
    const { distDir, remove } = makeTinyProgram(files);
    close = async () => remove();
    const driver = await launch({ distDir, hosts: {}, ...settings });
    close = async () => {
      await driver.close();
      remove();
    };
    return driver;
  };
  /** A page that shows the value of one expression of wxs. */
  const show = (expression: string) =>
    open(
      {
        'page.wxml': `<wxs module="m">module.exports = { f: function () { return ${expression} } }</wxs>
          <view>[{{m.f()}}]</view>`,
      },
      { now: DAY },
    );

  it.each([
    ['a date of milliseconds', 'getDate(0).getTime()', '0'],
    ['a date of a text', "getDate('2026-01-02T03:04:05Z').getTime()", String(DAY)],
    ['a date of numbers', 'getDate(2026, 0, 2, 3, 4, 5, 6).getMilliseconds()', '6'],
    ["the present of the program's clock", 'getDate().getUTCFullYear()', '2026'],
    ['a regular expression', "getRegExp('A(.)', 'i').exec('xab')[1]", 'b'],
    ['no browser', 'typeof document + typeof window + typeof globalThis', 'undefined'.repeat(3)],
    ['no engine', 'typeof eval + typeof Function + typeof setTimeout', 'undefined'.repeat(3)],
  ])('sees %s', async (_, expression, shown) => {
    const driver = await show(expression);
    await driver.waitForText(`[${shown}]`);
    expect(await driver.errors()).toEqual([]);
  });

  it('reads no date that an iPhone does not', async () => {
    const driver = await show("isNaN(getDate('2026-01-02 03:04:05').getTime())");
    await driver.waitForText('[true]');
    expect((await driver.errors()).map(({ rule }) => rule)).toEqual(['language.date']);
  });

  it.each([
    ['an event handler', '<view bindtap="{{m.f}}">点</view>', 'm.f as a handler of tap'],
    [
      'an observer',
      '<view change:id="{{m.f}}" id="{{a}}">点</view>',
      'm.f as an observer of a property',
    ],
  ])('refuses %s by its name', async (_, view, named) => {
    const driver = await open({
      'page.wxml': `<wxs module="m">module.exports = { f: function (event, owner) {
        owner.callMethod('hit', {}) } }</wxs>${view}<view>[{{hits}}]</view>`,
      'page.js': `Page({ data: { hits: 0, a: 1 }, hit() { this.setData({ hits: 1 }) } })`,
    });
    await driver.tapText('点');
    await driver.waitFor('the error', async () => (await driver.errors()).length > 0);
    expect(await driver.errors()).toEqual([
      expect.objectContaining({
        source: 'simulator',
        message: `page.wxml: the wxs function ${named} is not modelled by the simulator`,
      }),
    ]);
    expect(await driver.text()).toContain('[0]');
  });

  it.each([
    [
      'a method of a value',
      '{{list.join(",")}}',
      'page.wxml: list.join(): ',
      'call only functions of wxs',
    ],
    [
      'a method of a text',
      '{{name.trim()}}',
      'page.wxml: name.trim(): ',
      'call only functions of wxs',
    ],
    ['a function of the page', '{{hit(1)}}', 'page.wxml: hit() ', 'call only functions of wxs'],
    ['a wxs function that throws', '{{m.f()}}', 'page.wxml: f(): ', "reading 'x'"],
  ])('shows all but an expression that calls %s', async (_, expression, place, reason) => {
    const driver = await open({
      'page.wxml': `<wxs module="m">module.exports.f = function () { return undefined.x }</wxs>
        <view>[${expression}]</view><view bindtap="hit">其余{{hits}}</view>`,
      'page.js': `Page({ data: { list: [1, 2], name: ' 甲 ', hits: 0 },
        hit() { this.setData({ hits: 1, list: [3] }) } })`,
    });
    await driver.waitForText('[]');
    await driver.tapText('其余0');
    await driver.waitForText('其余1');
    expect(await driver.errors()).toEqual([
      expect.objectContaining({ source: 'program', message: expect.stringContaining(place) }),
    ]);
    expect((await driver.errors())[0]?.message).toContain(reason);
  });

  it('a module that throws is told by its file, and the rest shows', async () => {
    const driver = await open({
      'page.wxml': '<wxs module="m">module.exports.w = window.innerWidth</wxs><view>其余</view>',
    });
    await driver.waitForText('其余');
    expect(await driver.errors()).toEqual([
      expect.objectContaining({
        source: 'program',
        message: expect.stringContaining(
          'page.wxml: wxs module m: Cannot read properties of undefined',
        ),
      }),
    ]);
  });
});
