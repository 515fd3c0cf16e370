import { describe, expect, it } from '@jest/globals';
import { isSignatureOf, toSignature } from '../../../../cloud/wechat/pushes/signature.ts';

/** From WeChat's own sample code for its secure mode: token, timestamp, nonce, encrypted text. */
const SAMPLE = [
  'QDG6eK',
  '1409659589',
  '263014780',
  'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
];
const SIGNATURE = '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3';

describe('signature of a push', () => {
  it("is that of WeChat's sample, in whatever order the parts are given", () => {
    expect(toSignature(SAMPLE)).toBe(SIGNATURE);
    expect(toSignature([...SAMPLE].reverse())).toBe(SIGNATURE);
    expect(isSignatureOf(SIGNATURE, SAMPLE)).toBe(true);
  });

  it.each([
    ['another letter', `6${SIGNATURE.slice(1)}`],
    ['a letter less', SIGNATURE.slice(1)],
    ['nothing', ''],
    ['letters beyond ASCII', '签'.repeat(40)],
  ])('%s is refused', (_name, signature) => {
    expect(isSignatureOf(signature, SAMPLE)).toBe(false);
  });
});
