import { beforeEach, describe, expect, it, jest } from '@jest/globals';

type Options = { tmplIds: string[] };
const requestSubscribeMessage = jest.fn<(options: Options) => Promise<unknown>>();
const getSetting = jest.fn<() => Promise<unknown>>();
const wx: Record<string, unknown> = { requestSubscribeMessage, getSetting };
jest.unstable_mockModule('@tarojs/taro', () => ({ default: wx }));
const { readSubscribeSetting, requestSubscribe } = await import(
  '../../../src/platform/subscribe.ts'
);

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue(undefined);
  wx.requestSubscribeMessage = requestSubscribeMessage;
  requestSubscribeMessage.mockReset();
});

describe('requestSubscribe', () => {
  it('calls WeChat before it gives anything back, as a tap asks for', () => {
    requestSubscribeMessage.mockResolvedValue({});
    void requestSubscribe(['A', 'B']);
    expect(requestSubscribeMessage).toHaveBeenCalledWith({ tmplIds: ['A', 'B'] });
  });

  it.each([
    ['accept', 'accept'],
    ['acceptWithAudio', 'accept'],
    ['reject', 'reject'],
    ['ban', 'ban'],
    ['filter', 'filter'],
    ['invented later', 'filter'],
    [undefined, 'filter'],
  ])('%s is %s', async (answer, choice) => {
    requestSubscribeMessage.mockResolvedValue({ errMsg: 'requestSubscribeMessage:ok', A: answer });
    expect(await requestSubscribe(['A'])).toEqual({ kind: 'answered', choices: { A: choice } });
  });

  it.each([
    [10001, 'bad-template'],
    [10002, 'no-network'],
    [10003, 'no-network'],
    [10004, 'bad-template'],
    [10005, 'not-shown'],
    [20001, 'bad-template'],
    [20002, 'bad-template'],
    [20003, 'bad-template'],
    [20004, 'main-switch-off'],
    [20005, 'banned'],
    [20099, 'other'],
    [undefined, 'other'],
  ])('errCode %s is %s', async (errCode, reason) => {
    requestSubscribeMessage.mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail', errCode });
    expect(await requestSubscribe(['A'])).toEqual({ kind: 'refused', reason });
  });

  it('knows a question that was put away', async () => {
    requestSubscribeMessage.mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail cancel' });
    expect(await requestSubscribe(['A'])).toEqual({ kind: 'refused', reason: 'cancelled' });
  });

  it('says that this WeChat is too old', async () => {
    delete wx.requestSubscribeMessage;
    expect(await requestSubscribe(['A'])).toEqual({ kind: 'refused', reason: 'too-old' });
  });
});

describe('readSubscribeSetting', () => {
  it.each([
    [{ subscriptionsSetting: { mainSwitch: false } }, { mainSwitch: false, remembered: {} }],
    [
      { subscriptionsSetting: { mainSwitch: true, itemSettings: { A: 'reject', B: 'accept' } } },
      { mainSwitch: true, remembered: { A: 'reject', B: 'accept' } },
    ],
    [{}, { mainSwitch: true, remembered: {} }],
  ])('%j', async (answer, setting) => {
    getSetting.mockResolvedValue(answer);
    expect(await readSubscribeSetting()).toEqual(setting);
  });

  it('takes nothing as decided where WeChat does not tell', async () => {
    getSetting.mockRejectedValue({ errMsg: 'getSetting:fail' });
    expect(await readSubscribeSetting()).toEqual({ mainSwitch: true, remembered: {} });
  });
});
