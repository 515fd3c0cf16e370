import Taro from '@tarojs/taro';
import { isOnline } from './network.ts';
import { REQUEST_TIMEOUT_MS, type Transport, toHeaders, toTransportFailure } from './transport.ts';
import { toErrMsg } from './wechat-call.ts';

/** `wx.request` to the endpoint's address, which must be among the account's request domains. */
export function createRequestTransport(endpoint: string): Transport {
  return async (request, signal) => {
    const { method, path, body } = request;
    const task = Taro.request<unknown>({
      url: `${endpoint}${path}`,
      method,
      ...(body && { data: JSON.stringify(body) }),
      // Text as it came: WeChat's own parsing can't tell a cut-off answer from a page of HTML.
      dataType: 'text',
      header: toHeaders(request),
      timeout: REQUEST_TIMEOUT_MS,
    });
    signal?.addEventListener('abort', () => task.abort());
    try {
      const { statusCode, data } = await task;
      return { ok: true, reply: { status: statusCode, body: data } };
    } catch (refusal) {
      return { ok: false, failure: toTransportFailure(toErrMsg(refusal), await isOnline()) };
    }
  };
}
