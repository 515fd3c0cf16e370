import { describe, expect, it } from '@jest/globals';
import { compileStyle } from '../../simulator/compile/styles.ts';
import type { CompileProblem } from '../../simulator/program.ts';

const compile = (text: string, scope?: string, others: Record<string, string> = {}) => {
  const problems: CompileProblem[] = [];
  const css = compileStyle({
    path: 'pages/a/a',
    text,
    scope,
    read: (file) => others[file] ?? '',
    files: Object.keys(others),
    problems,
  });
  return { css, problems };
};

describe('WXSS becomes CSS of the host', () => {
  it.each([
    ['.a { width: 12rpx; }', '.a { width: calc(12 * var(--rpx)); }'],
    ['.a { margin: -1.5rpx auto; }', '.a { margin: calc(-1.5 * var(--rpx)) auto; }'],
    ['.a { height: 100vh; }', '.a { height: calc(100 * var(--vh)); }'],
    ['page { color: red; }', 'wx-page { color: red; }'],
    ['view.a > text:nth-child(2n+1)::after {}', 'wx-view.a > wx-text:nth-child(2n+1)::after {}'],
    ['.a:not(view) [data-x="view"] {}', '.a:not(wx-view) [data-x="view"] {}'],
    [
      '@keyframes k { from { top: 0; } to { top: 2rpx; } }',
      '@keyframes k { from { top: 0; } to { top: calc(2 * var(--rpx)); } }',
    ],
    ['@media (min-width: 750rpx) { view {} }', '@media (min-width: 375px) { wx-view {} }'],
    [
      '@media (prefers-color-scheme: dark) { .a {} }',
      '@media (prefers-color-scheme: dark) { .a {} }',
    ],
  ])('%s', (wxss, css) => {
    expect(compile(wxss)).toEqual({ css, problems: [] });
  });

  it('keeps the classes of a component to itself', () => {
    expect(compile('.a .b:not(.c), #d {}', 'card').css).toBe(
      '.card--a .card--b:not(.card--c), #d {}',
    );
  });

  it('takes imported sheets in, and names those that are not there', () => {
    const others = { 'pages/base.wxss': 'view { top: 1rpx; }' };
    expect(compile('@import "../base.wxss";', undefined, others).css).toBe(
      'wx-view { top: calc(1 * var(--rpx)); }',
    );
    expect(compile('.a {}\n@import "./none.wxss";').problems).toEqual([
      {
        file: 'pages/a/a.wxss',
        line: 2,
        level: 'error',
        message: './none.wxss is imported but not there',
      },
    ]);
  });

  it.each([
    ['url(/img/a.png)', ['/img/a.png']],
    ["url( '../a.png' )", ['../a.png']],
    ['linear-gradient(red, blue), url("a.png")', ['a.png']],
    ['url(https://a.test/a.png)', []],
    ['url(//a.test/a.png)', []],
    ['url("data:image/png;base64,AAAA")', []],
    ['none', []],
  ])('names the local files of a background of %s', (value, files) => {
    const { problems } = compile(`.a { background-image: ${value}; }`);
    expect(problems).toEqual(
      files.map((file) => ({
        file: 'pages/a/a.wxss',
        line: 1,
        level: 'error',
        message: `background-image: a style can't load the local file ${file}; use https:, data: or <image/>`,
      })),
    );
  });

  it('names the line of a fault', () => {
    expect(compile('.a {}\n.b { color').problems).toEqual([
      expect.objectContaining({ file: 'pages/a/a.wxss', line: 2, level: 'error' }),
    ]);
  });
});
