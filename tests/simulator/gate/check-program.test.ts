import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkProgram } from '../../../simulator/gate/check-program.ts';
import type { RuleId } from '../../../simulator/rules/rule-table.ts';
import { type Folder, makeFolder } from '../../support/run-program.ts';

type Files = Record<string, string | Record<string, unknown>>;

const TAB_BAR = {
  color: '@ink',
  list: [
    { pagePath: 'pages/one', text: '一', iconPath: '@icon', selectedIconPath: 'icons/on.jpg' },
    { pagePath: 'pages/two', text: '二' },
  ],
};
const APP = {
  pages: ['pages/one', 'pages/two'],
  subPackages: [{ root: 'more/', pages: ['three'] }],
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'colours.json',
  window: { backgroundColor: '@paper' },
  tabBar: TAB_BAR,
  usingComponents: { card: '/parts/card' },
};
const THEME = {
  light: { paper: '#fff', ink: '#000', bar: '#eee', icon: 'icons/light.png' },
  dark: { paper: '#000', ink: '#fff', bar: '#111', icon: '/icons/dark.png' },
};
const SHARES = 'Page({ onShareAppMessage() {}, onShareTimeline() {} });';

/** A program that keeps to every rule of the gate, with everything that the gate looks at. */
const LAWFUL: Files = {
  'app.json': APP,
  'app.js': 'App({});',
  'app.wxss': '@import "./colours.wxss";\n.a { width: calc(100% - 20rpx); }',
  'colours.wxss':
    'page { --paper: #fff; }\n@media (min-width: 300px) { .b::after { content: "→"; } }',
  'colours.json': THEME,
  'icons/light.png': 'x'.repeat(40 * 1024),
  'icons/dark.png': 'x',
  'icons/on.jpg': 'x',
  'words.wxs': 'module.exports = { a: function (x) { return x; } };',
  'rows.wxml': '<template name="row"><text>{{words}}</text></template>',
  'parts/card.json': { component: true },
  'parts/card.js': 'Component({});',
  'parts/card.wxml': '<view><slot></slot></view>',
  'parts/card.wxss': '.card { color: red; }',
  'pages/one.json': {
    navigationBarBackgroundColor: '@bar',
    usingComponents: { card: '../parts/card' },
  },
  'pages/one.js': SHARES,
  'pages/one.wxml':
    '<import src="../rows.wxml"/><wxs module="w" src="../words.wxs"/>' +
    '<card><template is="row" data="{{words: w.a(1)}}"/></card>',
  'pages/one.wxss': '.row { color: red; }',
  'pages/two.json': {},
  'pages/two.js': 'var f = { enableShareAppMessage: !0, enableShareTimeline: true }; Page(f);',
  'pages/two.wxml': '<text>二</text>',
  'more/three.json': {},
  'more/three.js': SHARES,
  'more/three.wxml': '<text>三</text>',
};

let folder: Folder;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

function write(files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    const place = path.join(folder.path, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

const check = (compilers?: string) =>
  checkProgram(folder.path, {
    ecmaVersion: 2017,
    everyPageShares: true,
    ...(compilers && { compilers }),
  });

it('a lawful program is blamed for nothing', () => {
  write(LAWFUL);
  expect(check()).toEqual([]);
});

describe('a program with one fault is blamed for it by name', () => {
  const tab = (item: object) => ({ ...APP, tabBar: { ...TAB_BAR, list: [item] } });
  const faults: [name: string, change: Files, rule: RuleId, file: string, says: string][] = [
    [
      'a tag without end',
      { 'rows.wxml': '<view>' },
      'compiler.wxml',
      'rows.wxml',
      'end tag missing',
    ],
    [
      'an expression',
      { 'pages/one.wxml': '<view>\n {{ a b }}</view>' },
      'compiler.wxml',
      'pages/one.wxml',
      'pages/one.wxml:1:6: Bad value',
    ],
    ['a wxs', { 'words.wxs': 'module.exports = {' }, 'compiler.wxml', 'words.wxs', 'words.wxs:1:'],
    [
      'an import of nothing',
      { 'pages/two.wxml': '<import src="../none.wxml"/>' },
      'compiler.wxml',
      'pages/two.wxml',
      'none.wxml is imported but not there',
    ],
    [
      'a wxs that is not there',
      { 'pages/two.wxml': '<wxs module="n" src="../none.wxs"/>' },
      'compiler.wxml',
      'pages/two.wxml',
      'none.wxs not found',
    ],
    ['a wxss', { 'colours.wxss': '.a {\n}}' }, 'compiler.wxss', 'colours.wxss', '(2:2)'],
    [
      'a picture of the package in a wxss',
      { 'colours.wxss': '.a {\n  background: #fff url("/img/a.png") no-repeat;\n}' },
      'compiler.wxss',
      'colours.wxss',
      'colours.wxss:2: background',
    ],
    [
      'a wxss that is not there',
      { 'app.wxss': '@import "./none.wxss";' },
      'compiler.wxss',
      'app.wxss',
      'none.wxss',
    ],
    [
      'a large sub-package',
      { 'more/big.txt': ' '.repeat(2 * 1024 * 1024) },
      'package.size',
      'more/big.txt',
      'sub-package more/',
    ],
    [
      'an icon that is not there in the dark',
      { 'colours.json': { ...THEME, dark: { ...THEME.dark, icon: 'icons/none.png' } } },
      'tab-bar.icon',
      'icons/none.png',
      'is not there',
    ],
    [
      'a large icon',
      { 'icons/dark.png': ' '.repeat(40 * 1024 + 1) },
      'tab-bar.icon',
      'icons/dark.png',
      '40961 bytes',
    ],
    [
      'an icon of another kind',
      { 'app.json': tab({ pagePath: 'pages/one', text: '一', iconPath: 'app.wxss' }) },
      'tab-bar.icon',
      'app.wxss',
      'neither PNG nor JPG',
    ],
    [
      'code that is not lazy',
      { 'app.json': { ...APP, lazyCodeLoading: undefined } },
      'package.lazy',
      'app.json',
      'unset',
    ],
    [
      'a colour for light alone',
      { 'colours.json': { ...THEME, dark: { ...THEME.dark, bar: undefined } } },
      'dark.theme',
      'colours.json',
      'pages/one.json uses @bar, which colours.json lacks for dark',
    ],
    [
      'a name on a tab',
      { 'app.json': tab({ pagePath: 'pages/one', text: '一', iconPath: '@none' }) },
      'dark.theme',
      'colours.json',
      'app.json uses @none',
    ],
    [
      'darkmode without a theme',
      {
        'app.json': { ...APP, themeLocation: 'none.json', window: {}, tabBar: undefined },
        'pages/one.json': {},
      },
      'dark.theme',
      'none.json',
      'none.json is missing',
    ],
    ['syntax that is too new', { 'app.js': 'App(a?.b);' }, 'language.syntax', 'app.js', '2017'],
    ['eval', { 'app.js': 'App(eval("1"));' }, 'language.eval', 'app.js', 'eval'],
    [
      'a page without a card',
      { 'pages/two.js': 'Page({ enableShareAppMessage: !1, enableShareTimeline: !0 });' },
      'share.offered',
      'pages/two.js',
      'no chat card',
    ],
    [
      'a page without an entry',
      { 'more/three.js': 'Page({ onShareAppMessage() {} });' },
      'share.offered',
      'more/three.js',
      'no timeline entry',
    ],
    [
      'a page that is not there',
      { 'app.json': { ...APP, pages: [...APP.pages, 'pages/none'] } },
      'program.files',
      'pages/none.js',
      'app.json lists pages/none',
    ],
    ['a JSON', { 'pages/two.json': '{ "a": ' }, 'program.files', 'pages/two.json', 'no JSON'],
    [
      'a component that is not there',
      { 'pages/two.json': { usingComponents: { none: '/parts/none' } } },
      'component.missing',
      'pages/two.json',
      'uses parts/none, which is not there',
    ],
  ];

  it.each(faults)('%s', (_name, change, rule, file, says) => {
    write({ ...LAWFUL, ...change });
    const found = check();
    expect([...new Set(found.map((fault) => fault.rule))]).toEqual([rule]);
    expect(found[0]).toMatchObject({ file, message: expect.stringContaining(says) });
  });
});

describe("WeChat's compilers", () => {
  const machine = `${process.platform} ${process.arch}`;

  // As a binary for another processor: the system hands it to a shell, which understands nothing.
  it('that cannot run here are a fault, not consent', () => {
    write({ ...LAWFUL, 'bin/wcc': 'exit 0', 'bin/wcsc': 'nonsense' });
    const faults = check(path.join(folder.path, 'bin'));
    expect(faults.map((fault) => fault.rule)).toEqual(['compiler.wxml', 'compiler.wxss']);
    for (const { message } of faults) {
      expect(message).toContain(`cannot run on this machine (${machine}`);
      expect(message).toContain('x86-64');
    }
  });

  it('that are not there are a fault too', () => {
    write(LAWFUL);
    const faults = check(path.join(folder.path, 'none'));
    expect(faults.map((fault) => fault.rule)).toEqual(['compiler.wxml', 'compiler.wxss']);
  });

  it('are not asked where there is nothing to compile', () => {
    write(LAWFUL);
    for (const file of Object.keys(LAWFUL).filter((name) => name.endsWith('.wxss'))) {
      rmSync(path.join(folder.path, file));
    }
    expect(check()).toEqual([]);
  });
});
