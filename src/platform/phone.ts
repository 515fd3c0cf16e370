import Taro from '@tarojs/taro';
import { toErrMsg } from './wechat-call.ts';

export type CallOutcome = 'called' | 'cancelled' | 'unavailable';

/** Offers to call a number; must run inside a tap. `cancelled` when the reader thought better of it. */
export function callPhone(phoneNumber: string): Promise<CallOutcome> {
  return Taro.makePhoneCall({ phoneNumber }).then(
    (): CallOutcome => 'called',
    (refusal): CallOutcome => (toErrMsg(refusal).includes('cancel') ? 'cancelled' : 'unavailable'),
  );
}
