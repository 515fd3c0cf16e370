import { describe, expect, it } from '@jest/globals';
import { toTransportFailure } from '../../../src/platform/transport.ts';

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
