import { describe, expect, it } from '@jest/globals';
import { toLinkTarget } from '../../../../src/features/content/link-target.ts';

describe('toLinkTarget', () => {
  it.each([
    ['tel:0750-12338', { kind: 'call', number: '0750-12338' }],
    ['TEL:12338', { kind: 'call', number: '12338' }],
    ['mailto:fulian@example.cn?subject=a', { kind: 'copy', text: 'fulian@example.cn' }],
    ['https://example.cn/a?b=c', { kind: 'copy', text: 'https://example.cn/a?b=c' }],
    ['http://example.cn/', { kind: 'copy', text: 'http://example.cn/' }],
  ])('%s', (href, target) => {
    expect(toLinkTarget(href)).toEqual(target);
  });
});
