import Taro from '@tarojs/taro';
import { isOnline } from './network.ts';
import {
  REQUEST_TIMEOUT_MS,
  type Transport,
  type TransportOutcome,
  toTransportFailure,
} from './transport.ts';

/**
 * `wx.cloud.callContainer` to a service on 微信云托管: needs no request domain, answers of at most 1000 KiB
 * (wechat-facts.md, Identity). It offers no way to give a call up, so the signal is not looked at.
 */
export function createContainerTransport(cloudEnv: string, service: string): Transport {
  Taro.cloud.init({ env: cloudEnv });
  return async (path): Promise<TransportOutcome> => {
    try {
      const { statusCode, data } = await Taro.cloud.callContainer({
        config: { env: cloudEnv },
        path,
        method: 'GET',
        responseType: 'text',
        header: { 'X-WX-SERVICE': service, accept: 'application/json' },
        timeout: REQUEST_TIMEOUT_MS,
      });
      return { ok: true, reply: { status: statusCode, body: data } };
    } catch (error) {
      // WeChat rejects with a value of its own, not with an Error.
      const { errMsg = '' } = error as Partial<TaroGeneral.CallbackResult>;
      return { ok: false, failure: toTransportFailure(errMsg, await isOnline()) };
    }
  };
}
