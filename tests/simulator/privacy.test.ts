import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_ANSWERS } from '../../simulator/host/phone/setting.ts';
import type { UserAnswers } from '../../simulator/kit/driver.ts';
import { type ActionProgram, readAnswer, startActions } from '../support/action-program.ts';
import { launchers } from '../support/driver-launchers.ts';

const DECLARED = ['setClipboardData', 'saveImageToPhotosAlbum', 'addPhoneCalendar'];
const REFUSED = 'setClipboardData:fail privacy permission is not authorized';

const ACTIONS = {
  复制: "wx.setClipboardData({ data: '词', complete: note })",
  两次: `const both = [1, 2].map(() => wx.setClipboardData({ data: '词' }).then(() => 'ok', ({ errno }) => errno));
    Promise.all(both).then(note)`,
  粘贴: 'wx.getClipboardData({ complete: note })',
  存图: "wx.saveImageToPhotosAlbum({ filePath: 'a.png', complete: note })",
  授权: "wx.authorize({ scope: 'scope.writePhotosAlbum', complete: note })",
  查隐私: 'wx.getPrivacySetting({ complete: note })',
  要同意: 'wx.requirePrivacyAuthorize({ complete: note })',
  看约定: 'wx.openPrivacyContract({ complete: note })',
  自己弹: `wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
      this.resolve = resolve;
      this.setData({ said: '自己弹答：' + JSON.stringify(referrer) });
    });
    note('')`,
  不自己弹: "wx.onNeedPrivacyAuthorization(); note('')",
  同意它: "this.resolve({ event: 'agree', buttonId: 'agree' }); note('')",
  拒绝它: "this.resolve({ event: 'disagree' }); note('')",
  设置: 'wx.getSetting({ complete: note })',
  去设置: 'wx.openSetting({ complete: note })',
  迟去设置: 'setTimeout(() => wx.openSetting({ complete: note }), 0)',
};

describe.each(launchers)('privacy and permissions in $name', ({ launch }) => {
  let program: ActionProgram;
  let now = Date.parse('2031-05-01T00:00:00Z');
  beforeAll(async () => {
    program = await startActions(launch, ACTIONS, { account: { privacyGuide: DECLARED } });
  });
  afterAll(() => program.close());
  /** One program for all: the person is a new one each time, a day later. */
  const start = async (user: Partial<UserAnswers> = {}) => {
    now += 86_400_000;
    await program.driver.setNow(now);
    await program.driver.setUser({ ...DEFAULT_ANSWERS, permissions: {}, ...user });
    await program.run('不自己弹');
    await program.broken();
  };

  it('asks once, and an item of the guide covers all its functions', async () => {
    await start();
    expect(await program.run('查隐私')).toMatchObject({ needAuthorization: true });
    expect(await program.run('复制')).toEqual({ errMsg: 'setClipboardData:ok' });
    await program.driver.setUser({ privacy: 'refuse' });
    expect(await program.run('粘贴')).toMatchObject({ data: '词' });
    expect(await program.run('查隐私')).toMatchObject({ needAuthorization: false });
    const effects = await program.driver.effects('clipboard');
    expect(effects).toMatchObject([{ detail: { data: '词' } }]);
    expect(await program.broken()).toEqual([]);
  });

  it('a refusal is no breach, and is asked about again after ten seconds', async () => {
    await start({ privacy: 'refuse' });
    expect(await program.run('复制')).toEqual({ errMsg: REFUSED, errno: 104 });
    await program.driver.setUser({ privacy: 'agree' });
    // However slow this machine is, no ten seconds have passed for the phone.
    await program.driver.setNow(now);
    expect(await program.run('复制')).toEqual({ errMsg: REFUSED, errno: 103 });
    await program.driver.setNow(now + 3_600_000);
    expect(await program.run('复制')).toEqual({ errMsg: 'setClipboardData:ok' });
    expect(await program.broken()).toEqual([]);
  });

  it('shows the guide to a person who is asked, once for two calls', async () => {
    await start({ privacy: 'ask' });
    await program.driver.tapText('两次');
    await program.driver.waitForText('剪切板');
    await program.driver.tapText('同意');
    expect(await readAnswer(program.driver, '两次')).toEqual(['ok', 'ok']);
  });

  it('lets the program show a prompt of its own', async () => {
    await start();
    await program.run('自己弹');
    await program.driver.tapText('复制');
    expect(await readAnswer(program.driver, '自己弹')).toBe('setClipboardData');
    await program.driver.tapText('同意它');
    expect(await readAnswer(program.driver, '复制')).toEqual({ errMsg: 'setClipboardData:ok' });
  });

  it('asks ahead of time, and takes the refusal of the program’s own prompt', async () => {
    await start();
    await program.run('自己弹');
    await program.driver.tapText('要同意');
    await program.driver.tapText('拒绝它');
    expect(await readAnswer(program.driver, '要同意')).toMatchObject({ errno: 104 });
    expect(await program.run('看约定')).toEqual({ errMsg: 'openPrivacyContract:ok' });
  });

  it('asks for a scope once, refuses from then on, and the settings change it', async () => {
    await start({ permission: 'deny' });
    expect(await program.run('设置')).toMatchObject({ authSetting: {} });
    const denied = { errMsg: 'saveImageToPhotosAlbum:fail auth deny' };
    expect(await program.run('存图')).toEqual(denied);
    await program.driver.setUser({ permission: 'allow' });
    expect(await program.run('存图')).toEqual(denied);
    expect(await program.run('迟去设置')).toMatchObject({
      errMsg: 'openSetting:fail can only be invoked by user TAP gesture.',
    });
    const granted = { authSetting: { 'scope.writePhotosAlbum': true } };
    expect(await program.run('去设置')).toMatchObject(granted);
    expect(await program.run('存图')).toEqual({ errMsg: 'saveImageToPhotosAlbum:ok' });
    expect(await program.broken()).toEqual([]);
  });

  it('shows the question for a scope', async () => {
    await start({ permission: 'ask' });
    await program.driver.tapText('授权');
    await program.driver.tapText('拒绝');
    expect(await readAnswer(program.driver, '授权')).toEqual({
      errMsg: 'authorize:fail auth deny',
    });
  });
});

describe.each(launchers)('other accounts and people in $name', ({ launch }) => {
  let program: ActionProgram | undefined;
  afterEach(() => program?.close());

  it('refuses what is not declared', async () => {
    const account = { privacyGuide: ['addPhoneCalendar'] };
    program = await startActions(launch, ACTIONS, { account });
    for (const action of ['复制', '粘贴', '存图', '授权']) {
      expect(await program.run(action)).toMatchObject({
        errno: 112,
        errMsg: expect.stringContaining('fail api scope is not declared in the privacy agreement'),
      });
      expect(await program.broken()).toEqual(['privacy.declared']);
    }
    expect(await program.driver.effects()).toEqual([]);
  });

  it('a scope that was granted before may be used at the start', async () => {
    const settings = {
      account: { privacyGuide: DECLARED },
      user: { permissions: { 'scope.writePhotosAlbum': true } },
    };
    const onLoad = "wx.authorize({ scope: 'scope.writePhotosAlbum' });";
    program = await startActions(launch, ACTIONS, settings, onLoad);
    await program.run('设置');
    expect(await program.broken()).toEqual([]);
  });
});
