import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_ANSWERS } from '../../simulator/host/phone/setting.ts';
import type { LaunchSettings, UserAnswers } from '../../simulator/kit/driver.ts';
import { type ActionProgram, readAnswer, startActions } from '../support/action-program.ts';
import { launchers } from '../support/driver-launchers.ts';

const account = {
  templates: { a: 'once', b: 'once', c: 'once', d: 'once', long: 'long' },
} satisfies LaunchSettings['account'];
const NO_TAP = 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.';

const ask = (ids: string) => `wx.requestSubscribeMessage({ tmplIds: ${ids}, complete: note })`;
const ACTIONS = {
  一个: ask("['a']"),
  三个: ask("['a', 'b', 'c']"),
  四个: ask("['a', 'b', 'c', 'd']"),
  混用: ask("['a', 'long']"),
  没有: ask('[]'),
  坏的: ask('[7]'),
  别人的: ask("['a', 'x']"),
  等过: `Promise.resolve().then(() => ${ask("['a']")})`,
  定时: `setTimeout(() => ${ask("['a']")}, 0)`,
  问过: `wx.showModal({ title: '问', success: () => ${ask("['a']")} })`,
  回调里: `wx.getNetworkType({ success: () => ${ask("['a']")} })`,
  函数里: `const deeper = () => ${ask("['a']")}; [1].forEach(deeper)`,
  先等后要: `const later = async () => { const asked = ${ask("['a']")}; await asked; }; void later()`,
  设置: 'wx.getSetting({ withSubscriptions: true, success: note })',
  简设置: 'wx.getSetting({ success: note })',
  去设置: 'wx.openSetting({ withSubscriptions: true, complete: note })',
};

describe.each(launchers)('wx.requestSubscribeMessage in $name', ({ launch }) => {
  let program: ActionProgram;
  beforeAll(async () => {
    program = await startActions(launch, ACTIONS, { account });
  });
  afterAll(() => program.close());
  /** One program for all: the person is a new one each time. */
  const start = async (user: Partial<UserAnswers> = {}) => {
    await program.driver.setUser({ ...DEFAULT_ANSWERS, subscribeRemembered: {}, ...user });
    await program.broken();
  };

  it.each(['一个', '函数里', '先等后要'])('asks inside a tap: %s', async (action) => {
    await start();
    expect(await program.run(action)).toEqual({
      a: 'accept',
      errMsg: expect.stringContaining('ok'),
    });
    expect(await program.broken()).toEqual([]);
  });

  it.each(['等过', '定时', '问过', '回调里'])('refuses after the tap: %s', async (action) => {
    await start();
    const before = await program.driver.effects('subscribe');
    await program.driver.tapText(action);
    if (action === '问过') await program.driver.tapText('确定');
    expect(await readAnswer(program.driver, action)).toEqual({ errMsg: NO_TAP });
    expect(await program.broken()).toEqual(['subscribe.tap']);
    expect(await program.driver.effects('subscribe')).toEqual(before);
  });

  it.each<[string, number, string]>([
    ['四个', 20003, 'subscribe.count'],
    ['混用', 20002, 'subscribe.mixed'],
    ['没有', 10001, 'subscribe.empty'],
    ['坏的', 10004, 'subscribe.template'],
    ['别人的', 20001, 'subscribe.template'],
  ])('refuses %s with %i', async (action, errCode, rule) => {
    await start();
    expect(await program.run(action)).toMatchObject({ errCode });
    expect(await program.broken()).toEqual([rule]);
  });

  it('answers for each template as the person does', async () => {
    await start({ subscribe: { a: 'ban', b: 'acceptWithAudio', '*': 'reject' } });
    const answers = { a: 'ban', b: 'acceptWithAudio', c: 'reject' };
    expect(await program.run('三个')).toMatchObject(answers);
    const effects = await program.driver.effects('subscribe');
    expect(effects.at(-1)?.detail).toEqual({ answers, asked: ['a', 'b', 'c'] });
  });

  it('keeps an answer that is to be kept, and tells it in the settings', async () => {
    await start({ rememberSubscribe: true });
    await program.run('一个');
    await program.driver.setUser({ subscribe: { '*': 'reject' }, rememberSubscribe: false });
    expect(await program.run('三个')).toMatchObject({ a: 'accept', b: 'reject' });
    expect(await program.run('设置')).toMatchObject({
      subscriptionsSetting: { mainSwitch: true, itemSettings: { a: 'accept' } },
    });
    expect(await program.run('简设置')).not.toHaveProperty('subscriptionsSetting');
  });

  it('a switch that is off and a lost network are no fault of the program', async () => {
    await start({ subscribeSwitch: false });
    expect(await program.run('一个')).toMatchObject({ errCode: 20004 });
    await program.driver.setNetwork('none');
    expect(await program.run('一个')).toMatchObject({ errCode: 10002 });
    await program.driver.setNetwork('wifi');
    expect(await program.broken()).toEqual([]);
  });

  it.each([
    ['leave', false, { a: 'reject', b: 'accept' }],
    ['grant', true, { a: 'accept', b: 'accept' }],
  ] as const)('a visit of the settings may turn messages on: %s', async (visit, on, kept) => {
    await start({
      settingsVisit: visit,
      subscribeSwitch: false,
      subscribeRemembered: { a: 'reject', b: 'accept' },
    });
    const subscriptionsSetting = { mainSwitch: on, itemSettings: kept };
    expect(await program.run('去设置')).toMatchObject({ subscriptionsSetting });
    expect(await program.run('设置')).toMatchObject({ subscriptionsSetting });
    const answer = on ? { a: 'accept' } : { errCode: 20004 };
    expect(await program.run('一个')).toMatchObject(answer);
    expect(await program.broken()).toEqual([]);
  });

  it('shows what is off in the settings to a person who is asked', async () => {
    await start({
      settingsVisit: 'ask',
      subscribeSwitch: false,
      subscribeRemembered: { a: 'reject' },
    });
    await program.driver.tapText('去设置');
    await program.driver.waitForText('接收订阅消息');
    await program.driver.tap({ text: 'a' });
    await program.driver.tapText('允许');
    expect(await readAnswer(program.driver, '去设置')).toMatchObject({
      subscriptionsSetting: { mainSwitch: true, itemSettings: { a: 'reject' } },
    });
    await program.driver.tapText('去设置');
    await program.driver.tapText('取消');
    expect(await readAnswer(program.driver, '去设置')).toMatchObject({
      subscriptionsSetting: { mainSwitch: true, itemSettings: { a: 'reject' } },
    });
  });

  it('shows the sheet to a person who is asked', async () => {
    await start({ subscribe: { '*': 'ask' } });
    await program.driver.tapText('三个');
    await program.driver.tap({ text: 'b' });
    await program.driver.tapText('总是保持以上选择');
    await program.driver.tapText('允许');
    const answers = { a: 'accept', b: 'reject', c: 'accept' };
    expect(await readAnswer(program.driver, '三个')).toMatchObject(answers);
    // Kept: the sheet does not come again.
    expect(await program.run('三个')).toMatchObject(answers);
  });

  it('takes a refused sheet as a no to all', async () => {
    await start({ subscribe: { '*': 'ask' } });
    await program.driver.tapText('三个');
    await program.driver.tapText('取消');
    const refused = { a: 'reject', b: 'reject', c: 'reject' };
    expect(await readAnswer(program.driver, '三个')).toMatchObject(refused);
    await program.driver.tapText('一个');
    await program.driver.waitForText('申请发送以下消息');
    await program.driver.tapText('取消');
  });
});
