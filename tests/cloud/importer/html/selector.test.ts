import { describe, expect, it } from '@jest/globals';
import { parse } from 'parse5';
import { selectAll } from '../../../../cloud/importer/html/selector.ts';
import { findAttribute } from '../../../../cloud/importer/html/tree.ts';

const document = parse(
  '<div id="a" class="x y"><p id="b" class="x"><span id="c" role="main">1</span></p></div><p id="d">2</p>',
);

describe('selectors', () => {
  it.each([
    ['p', ['b', 'd']],
    ['#c', ['c']],
    ['.x', ['a', 'b']],
    ['.x.y', ['a']],
    ['p.x', ['b']],
    ['[role=main]', ['c']],
    ['div span', ['c']],
    ['.y p span', ['c']],
    ['p div', []],
    ['div p.y', []],
  ])('%s', (selector, ids) => {
    const found = [...selectAll(document, selector)];
    expect(found.map((element) => findAttribute(element, 'id'))).toEqual(ids);
  });
});
