import Taro from '@tarojs/taro';
import { isOnline } from './network.ts';
import { REQUEST_TIMEOUT_MS, type Transport, toHeaders, toTransportFailure } from './transport.ts';
import { toErrMsg } from './wechat-call.ts';

/**
 * `wx.cloud.callContainer` to a service on 微信云托管: needs no request domain, answers of at most 1000 KiB
 * (docs/wechat.md, Identity). What is JSON arrives parsed. It offers no way to give a call up, so the signal is not looked at.
 */
export function createContainerTransport(cloudEnv: string, service: string): Transport {
  Taro.cloud.init({ env: cloudEnv });
  return async (request) => {
    const { method, path, body } = request;
    try {
      const { statusCode, data } = await Taro.cloud.callContainer({
        config: { env: cloudEnv },
        path,
        method,
        ...(body && { data: body }),
        header: { ...toHeaders(request), 'X-WX-SERVICE': service },
        timeout: REQUEST_TIMEOUT_MS,
      });
      return { ok: true, reply: { status: statusCode, body: data } };
    } catch (refusal) {
      return { ok: false, failure: toTransportFailure(toErrMsg(refusal), await isOnline()) };
    }
  };
}
