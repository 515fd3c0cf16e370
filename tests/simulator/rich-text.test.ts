import { afterEach, describe, expect, it } from '@jest/globals';
import type { Driver } from '../../simulator/kit/driver.ts';
import { launchers } from '../support/driver-launchers.ts';
import { makeTinyProgram } from '../support/tiny-program.ts';

describe.each(launchers)('rich-text in $name', ({ launch }) => {
  let close = async () => {};
  afterEach(() => close());

  const show = async (nodes: unknown): Promise<Driver> => {
    const { distDir, remove } = makeTinyProgram({
      'app.json': '{ "pages": ["pages/a/a"], "lazyCodeLoading": "requiredComponents" }',
      'pages/a/a.json': '{}',
      'pages/a/a.wxml': '<view>到了</view><rich-text nodes="{{nodes}}" />',
      'pages/a/a.js': `Page({ data: { nodes: ${JSON.stringify(nodes)} } })`,
    });
    close = async () => remove();
    const driver = await launch({ distDir, hosts: { 'http://a.test': 'http://127.0.0.1:9' } });
    close = async () => {
      await driver.close();
      remove();
    };
    await driver.waitForText('到了');
    return driver;
  };

  const text = (words: string) => ({ type: 'text', text: words });
  const paragraph = { name: 'p', children: [text('留下')] };
  it.each([
    [[null, paragraph], 'a node is to be an object, not null'],
    [['字', paragraph], 'a node is to be an object, not of type string'],
    [[[paragraph], paragraph], 'a node is to be an object, not a list'],
    [
      [{ name: 'b', children: '字' }, paragraph],
      'in <b>, nodes are to be a list, not of type string',
    ],
    [
      [{ name: 'p', children: [{ name: 'b', children: [7] }, text('留下')] }],
      'in <p>, in <b>, a node is to be an object, not of type number',
    ],
  ])('names what is no node, and shows the rest: %j', async (nodes, slip) => {
    const shown = await show(nodes);
    expect(await shown.text()).toBe('到了\n留下');
    expect((await shown.errors()).map(({ source, message }) => [source, message])).toEqual([
      ['program', `rich-text: ${slip}`],
    ]);
  });

  it.each([
    ['/img/b.svg', /files\/img\/b\.svg$/, []],
    ['../b.svg', /files\/pages\/b\.svg$/, []],
    [
      'data:image/gif;base64,R0lGODlhAQABAAAAACw=',
      /^data:image\/gif;base64,R0lGODlhAQABAAAAACw=$/,
      [],
    ],
    [
      'http://a.test/b.svg',
      /^(http:\/\/127\.0\.0\.1:9|\/simulator\/host\/0)\/b\.svg$/,
      ['images.https'],
    ],
  ])('finds the picture %s where an image would', async (src, found, rules) => {
    for (const nodes of [[{ name: 'img', attrs: { SRC: src } }], `<img src="${src}">`]) {
      const shown = await show(nodes);
      expect((await shown.attributes('wx-rich-text img'))?.src).toMatch(found);
      expect((await shown.errors()).map(({ rule }) => rule)).toEqual(rules);
      await close();
      close = async () => {};
    }
  });
});
