import { describe, expect, it } from '@jest/globals';
import { toFetchFailure } from '../../../cloud/wechat/fetch-failure.ts';

const SECRET = 'https://api.weixin.qq.com/?access_token=canary-token';

function toError(code: string, more: object = {}): Error {
  return Object.assign(new Error(`${code} at ${SECRET}`), { code, ...more });
}

function wrap(cause: unknown): TypeError {
  return new TypeError(`fetch failed ${SECRET}`, { cause });
}

describe('what fetch threw', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
  ])('%s: surely nothing was sent', (code) => {
    expect(toFetchFailure(wrap(toError(code)))).toEqual({ kind: 'unsent', message: code });
  });

  it.each([
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
  ])('%s: nobody knows', (code) => {
    expect(toFetchFailure(wrap(toError(code)))).toEqual({ kind: 'lost', message: code });
  });

  it.each([
    [
      'every address was tried in vain',
      wrap(
        new AggregateError(
          [toError('ECONNREFUSED'), toError('ETIMEDOUT', { syscall: 'connect' })],
          SECRET,
        ),
      ),
      { kind: 'unsent', message: 'ECONNREFUSED ETIMEDOUT' },
    ],
    [
      'one of several was cut off',
      wrap(new AggregateError([toError('ECONNREFUSED'), toError('ECONNRESET')], SECRET)),
      { kind: 'lost', message: 'ECONNREFUSED ECONNRESET' },
    ],
    [
      'time is over',
      new DOMException(SECRET, 'TimeoutError'),
      { kind: 'lost', message: 'TimeoutError' },
    ],
    ['an error without code', new TypeError(SECRET), { kind: 'lost', message: 'TypeError' }],
    ['a code that is none', toError(SECRET, { name: SECRET }), { kind: 'lost', message: 'error' }],
    ['no error at all', SECRET, { kind: 'lost', message: 'error' }],
    ['nothing', undefined, { kind: 'lost', message: 'error' }],
  ])('%s', (_name, error, failure) => {
    expect(toFetchFailure(error)).toEqual(failure);
  });

  it('may go round in circles', () => {
    const error = toError('ECONNRESET');
    error.cause = error;
    expect(toFetchFailure(error)).toEqual({ kind: 'lost', message: 'ECONNRESET' });
  });
});
