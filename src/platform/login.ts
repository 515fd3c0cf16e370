import Taro from '@tarojs/taro';
import type { Answer } from './failure.ts';
import { isOnline } from './network.ts';
import { toTransportFailure } from './transport.ts';
import { toErrMsg } from './wechat-call.ts';

const LOGIN_TIMEOUT_MS = 10_000;

/** A code of `wx.login`: good once, for five minutes (docs/wechat.md, Identity). Asks the reader nothing. */
export async function getLoginCode(): Promise<Answer<string>> {
  try {
    const { code } = await Taro.login({ timeout: LOGIN_TIMEOUT_MS });
    return { ok: true, value: code };
  } catch (refusal) {
    return { ok: false, failure: toTransportFailure(toErrMsg(refusal), await isOnline()) };
  }
}
