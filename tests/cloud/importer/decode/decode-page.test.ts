import { describe, expect, it } from '@jest/globals';
import { decodePage } from '../../../../cloud/importer/decode/decode-page.ts';

const ascii = (text: string) => Buffer.from(text, 'latin1');
/** 江门妇联 in GBK: Node encodes no GBK. */
const GBK = Buffer.from('bdadc3c5b8bec1aa', 'hex');
/** 㐀, which only GB18030 has, in four bytes. */
const GB18030_ONLY = Buffer.from('8139ee39', 'hex');
const UTF8 = Buffer.from('江门妇联');
const meta = (charset: string) =>
  ascii(`<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`);

describe('decoding', () => {
  it.each([
    ['UTF-8', UTF8, undefined, '江门妇联'],
    [
      'UTF-8 with a byte order mark',
      Buffer.concat([ascii('\xef\xbb\xbf'), UTF8]),
      undefined,
      '江门妇联',
    ],
    ['UTF-8 that the server calls GBK', UTF8, 'gbk', '江门妇联'],
    ['GBK that the server declares', GBK, 'GBK', '江门妇联'],
    ['GBK that nobody declares', GBK, undefined, '江门妇联'],
    ['GBK that the server calls UTF-8', GBK, 'utf-8', '江门妇联'],
    ['GBK under an encoding that does not exist', GBK, 'x-none', '江门妇联'],
    ['GB18030', Buffer.concat([GBK, GB18030_ONLY]), undefined, '江门妇联㐀'],
    ['UTF-16 with its mark', Buffer.from('\ufeff江门', 'utf16le'), 'utf-8', '江门'],
    ['Big5 that the server declares', Buffer.from('a6bfaaf9', 'hex'), 'big5', '江門'],
    ['nothing', Buffer.alloc(0), undefined, ''],
  ])('reads %s', (_name, bytes, charset, expected) => {
    expect(decodePage(bytes, charset)).toEqual({ text: expected, badCharacters: 0 });
  });

  it('reads the encoding that a page declares of itself', () => {
    const page = Buffer.concat([meta('gb2312'), GBK]);
    expect(decodePage(page, undefined).text).toMatch(/江门妇联$/);
    const big5 = Buffer.concat([meta('big5'), Buffer.from('a6bfaaf9', 'hex')]);
    expect(decodePage(big5, undefined).text).toMatch(/江門$/);
  });

  it('counts what nobody can read', () => {
    const broken = Buffer.concat([UTF8, Buffer.from([0xff]), UTF8]);
    expect(decodePage(broken, undefined)).toEqual({
      text: '江门妇联\ufffd江门妇联',
      badCharacters: 1,
    });
  });

  it('leaves out controls that no text carries', () => {
    expect(decodePage(ascii('a\0b\x07c\td\ne'), undefined).text).toBe('abc\td\ne');
  });
});
