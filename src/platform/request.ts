import Taro from '@tarojs/taro';
import { isOnline } from './network.ts';
import {
  REQUEST_TIMEOUT_MS,
  type Transport,
  type TransportOutcome,
  toTransportFailure,
} from './transport.ts';

/** `wx.request` to the endpoint's address, which must be among the account's request domains. */
export function createRequestTransport(endpoint: string): Transport {
  return (path, signal) =>
    new Promise<TransportOutcome>((resolve) => {
      const task = Taro.request<unknown>({
        url: `${endpoint}${path}`,
        method: 'GET',
        // Text as it came: WeChat's own parsing can't tell a cut-off answer from a page of HTML.
        dataType: 'text',
        header: { accept: 'application/json' },
        timeout: REQUEST_TIMEOUT_MS,
        success: ({ statusCode, data }) =>
          resolve({ ok: true, reply: { status: statusCode, body: data } }),
        fail: ({ errMsg }) => {
          void isOnline().then((online) =>
            resolve({ ok: false, failure: toTransportFailure(errMsg, online) }),
          );
        },
      });
      signal?.addEventListener('abort', () => task.abort());
    });
}
