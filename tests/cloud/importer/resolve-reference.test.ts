import { describe, expect, it } from '@jest/globals';
import { MAX_LINK_LENGTH } from '../../../cloud/importer/limits.ts';
import { resolveReference } from '../../../cloud/importer/resolve-reference.ts';

const web = { kind: 'web', address: 'https://fl.example/news/202311/t1.html' } as const;
const local = { kind: 'local', file: '/data/site/news/a.html', root: '/data/site' } as const;
const toWeb = (url: string) => ({ kind: 'web', url });
const toLocal = (path: string) => ({ kind: 'local', path });
const protocol = { kind: 'refused', because: 'protocol' };
const outside = { kind: 'refused', because: 'outside' };

describe('references', () => {
  it.each([
    ['./P0201.jpg', web, toWeb('https://fl.example/news/202311/P0201.jpg')],
    ['../../x.pdf', web, toWeb('https://fl.example/x.pdf')],
    ['//cdn.example/a.png', web, toWeb('https://cdn.example/a.png')],
    ['http://other.example/', web, toWeb('http://other.example/')],
    ['tel:12338', web, toWeb('tel:12338')],
    ['mailto:a@b.example', web, toWeb('mailto:a@b.example')],
    ['javascript:alert(1)', web, protocol],
    [' JaVa\tScript:alert(1)', web, protocol],
    ['data:text/html,x', web, protocol],
    ['file:///etc/passwd', web, protocol],
    ['vbscript:x', web, protocol],
    ['http://', web, protocol],
    [`https://a.example/${'x'.repeat(MAX_LINK_LENGTH)}`, web, protocol],
    ['../images/a.png', local, toLocal('/data/site/images/a.png')],
    ['b%20c.png?v=1#top', local, toLocal('/data/site/news/b c.png')],
    ['../../other/a.png', local, outside],
    ['..%2f..%2fetc/passwd', local, outside],
    ['..', local, outside],
    ['../../site-2/a.png', local, outside],
    ['/etc/passwd', local, protocol],
    ['..\\..\\x.png', local, protocol],
    ['a%00.png', local, protocol],
    ['javascript:alert(1)', local, protocol],
    ['file:///etc/passwd', local, protocol],
    ['//cdn.example/a.png', local, toWeb('https://cdn.example/a.png')],
    ['https://a.example/b', local, toWeb('https://a.example/b')],
    ['tel:12338', local, toWeb('tel:12338')],
  ])('%j', (reference, base, expected) => {
    expect(resolveReference(reference, base)).toEqual(expected);
  });
});
