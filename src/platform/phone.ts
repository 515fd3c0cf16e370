import Taro from '@tarojs/taro';

export type CallOutcome = 'called' | 'cancelled' | 'unavailable';

/** Offers to call a number; must run inside a tap. `cancelled` when the reader thought better of it. */
export function callPhone(phoneNumber: string): Promise<CallOutcome> {
  return new Promise((resolve) => {
    Taro.makePhoneCall({
      phoneNumber,
      success: () => resolve('called'),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'cancelled' : 'unavailable'),
    });
  });
}
