import { describe, expect, it } from '@jest/globals';
import { toHeaders, toTransportFailure } from '../../../src/platform/transport.ts';

describe('toTransportFailure', () => {
  it.each([
    ['request:fail timeout', true, 'timeout'],
    ['request:fail socket time out timeout:15000', true, 'timeout'],
    ['request:fail operation timed out', true, 'timeout'],
    ['cloud.callContainer:fail Error: errCode: 102002 | errMsg: 请求超时', true, 'timeout'],
    ['request:fail net::ERR_CONNECTION_REFUSED', true, 'unreachable'],
    ['request:fail url not in domain list', true, 'unreachable'],
    ['', true, 'unreachable'],
    ['request:fail timeout', false, 'offline'],
    ['request:fail net::ERR_INTERNET_DISCONNECTED', false, 'offline'],
  ])('%j with a network: %s is %s', (errMsg, isOnline, kind) => {
    expect(toTransportFailure(errMsg, isOnline)).toEqual({ kind });
  });
});

describe('toHeaders', () => {
  const accept = 'application/json';
  it.each([
    [{ method: 'GET', path: '/v1/topics' } as const, { accept }],
    [
      { method: 'POST', path: '/v1/session', body: {} } as const,
      { accept, 'content-type': 'application/json' },
    ],
    [
      { method: 'DELETE', path: '/v1/session', token: 'abc' } as const,
      { accept, authorization: 'Bearer abc' },
    ],
  ])('%j', (request, headers) => {
    expect(toHeaders(request)).toEqual(headers);
  });
});
