import { describe, expect, it } from '@jest/globals';
import { resolveUrl } from '../../../src/platform/resolve-url.ts';

describe('resolveUrl', () => {
  it.each([
    ['/media/a.png', 'https://api.example.cn', 'https://api.example.cn/media/a.png'],
    ['/media/a.png', 'http://127.0.0.1:8787', 'http://127.0.0.1:8787/media/a.png'],
    ['https://fl.example.cn/a.png', 'https://api.example.cn', 'https://fl.example.cn/a.png'],
    ['http://fl.example.cn/a.png', 'https://api.example.cn', 'http://fl.example.cn/a.png'],
    ['//cdn.example.cn/a.png', 'https://api.example.cn', 'https://cdn.example.cn/a.png'],
    ['//cdn.example.cn/a.png', 'http://127.0.0.1:8787', 'http://cdn.example.cn/a.png'],
  ])('%s on %s is %s', (url, endpoint, full) => {
    expect(resolveUrl(url, endpoint)).toBe(full);
  });
});
