import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ActionProgram, startActions } from '../support/action-program.ts';
import { launchers } from '../support/driver-launchers.ts';

const THERE = [
  ...['request', 'request.success', 'getSystemInfoSync.return', 'openBluetoothAdapter'],
  ...['canIUse', 'cloud.callContainer', 'env.USER_DATA_PATH', 'button', 'scroll-view', 'page-meta'],
  ...['text.user-select', 'button.hover-class', 'view.hidden', 'view.aria-label'],
  ...['button.open-type', 'button.open-type.share', 'picker.mode.multiSelector'],
];
const MISSING = [
  ...['noSuchFunction', 'noSuchFunction.success', 'request.nope', 'toString', 'cloud.nope', ''],
  ...['live-pusher', 'live-pusher.mode', 'button.nope', 'button.open-type.nope', 'text.space.nope'],
  ...['button.disabled.nope', 'button.toString', 'undefined'],
];
const ask = (schemas: string[]) =>
  `note(${JSON.stringify(schemas)}.filter((one) => wx.canIUse(one)))`;

describe.each(launchers)('wx.canIUse in $name', ({ launch }) => {
  let program: ActionProgram;
  beforeAll(async () => {
    program = await startActions(launch, {
      有: ask(THERE),
      无: ask(MISSING),
      空: 'note(wx.canIUse())',
      参数: ask(['showToast.object.image']),
    });
  });
  afterAll(() => program?.close());

  it('is true for what there is, and false for all else', async () => {
    expect(await program.run('有')).toEqual(THERE);
    expect(await program.run('无')).toEqual([]);
    expect(await program.run('空')).toBe(false);
    expect(await program.driver.errors()).toEqual([]);
  });

  it('names a question about a parameter, as it knows none', async () => {
    expect(await program.run('参数')).toEqual([]);
    expect(await program.broken()).toEqual(['call.unknown']);
  });
});
