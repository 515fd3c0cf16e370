import { afterEach, describe, expect, it } from '@jest/globals';
import { isSince } from '../../simulator/wx/sdk-version.ts';
import { type ActionProgram, startActions } from '../support/action-program.ts';
import { launchers } from '../support/driver-launchers.ts';

let program: ActionProgram;
afterEach(() => program?.close());

const LOOK = `note([
  typeof wx.openOfficialAccountArticle, wx.canIUse('openOfficialAccountArticle'),
  typeof wx.openBluetoothAdapter, wx.canIUse('openBluetoothAdapter.success'),
  wx.canIUse('noSuchFunction'), wx.canIUse('button.open-type.share'), wx.canIUse('live-pusher'),
  wx.getAppBaseInfo ? wx.getAppBaseInfo().SDKVersion : wx.getSystemInfoSync().SDKVersion,
])`;

describe.each(launchers)('the version of the base library in $name', ({ launch }) => {
  it.each([
    ['3.4.7', ['undefined', false]],
    ['3.4.8', ['function', true]],
    ['3.10.0', ['function', true]],
    ['2.20.0', ['undefined', false]],
  ])('%s has what it brought', async (sdkVersion, article) => {
    program = await startActions(launch, { 看: LOOK }, { sdkVersion });
    const others = ['function', true, false, true, false, sdkVersion];
    expect(await program.run('看')).toEqual([...article, ...others]);
  });
});

it.each([
  ['3.8.0', '', true],
  ['3.8.0', '3.8', true],
  ['3.8', '3.8.1', false],
  ['3.10.0', '3.9.9', true],
  ['2.99.99', '3.0.0', false],
])('%s is at least "%s": %s', (version, since, there) => {
  expect(isSince(version, since)).toBe(there);
});
