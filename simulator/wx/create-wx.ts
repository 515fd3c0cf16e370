import type { Host } from '../host/host.ts';
import { type Api, type ApiTable, toFunction } from './api.ts';
import { appearanceApis } from './appearance.ts';
import { audioApis } from './audio.ts';
import { calendarApis } from './calendar.ts';
import { canIUse } from './can-i-use.ts';
import { cloudApi } from './cloud.ts';
import { copyUrlApis } from './copy-url.ts';
import { deviceApis } from './device.ts';
import { downloadApis } from './download.ts';
import { feedbackApis } from './feedback.ts';
import { USER_ROOT } from './file-store.ts';
import { fileApis } from './files.ts';
import { layoutApis } from './layout.ts';
import { lifecycleApis } from './lifecycle.ts';
import { loginApis } from './login.ts';
import { mediaApis } from './media.ts';
import { navigationApis } from './navigation.ts';
import { networkApis } from './network.ts';
import { notModelled } from './not-modelled.ts';
import { permissionApis } from './permissions.ts';
import { PrivacyGuide } from './privacy.ts';
import { requestApis } from './request.ts';
import { isSince, SDK_VERSION } from './sdk-version.ts';
import { shareApis } from './share.ts';
import { forbidInSinglePage, singlePageApis } from './single-page.ts';
import { storageApis } from './storage.ts';
import { subscribeApis } from './subscribe.ts';
import { systemApis } from './system.ts';
import { tabBarApis } from './tab-bar.ts';
import { updateApis } from './update.ts';

/** Every group of functions that the simulator models. A new group is one file and one name here. */
const GROUPS = [
  ...[requestApis, storageApis, navigationApis, systemApis, feedbackApis, appearanceApis],
  ...[networkApis, deviceApis, downloadApis, fileApis, loginApis, shareApis, layoutApis],
  ...[lifecycleApis, subscribeApis, permissionApis, calendarApis, mediaApis, audioApis],
  ...[copyUrlApis, singlePageApis, tabBarApis, updateApis],
];

/**
 * The program's `wx`. It has every name that WeChat's has in the launch's version of the base
 * library; one that is not modelled throws when it is called, names itself, and stands in the
 * ledger as an error.
 */
export function createWx(host: Host): Record<string, unknown> {
  const privacy = new PrivacyGuide(host);
  const groups: ApiTable = Object.assign({}, ...GROUPS.map((group) => group(host)), privacy.apis());
  const table = forbidInSinglePage(host, groups);
  const modelled = Object.entries(table).map(([name, api]: [string, Api]) => [
    name,
    toFunction(host, name, privacy.guard(name, api)),
  ]);
  const { wxNames } = host.options.program;
  const others = Object.keys(wxNames)
    .filter((name) => !(name in table))
    .map((name) => [name, () => notModelled(host, name)]);
  const version = host.options.sdkVersion ?? SDK_VERSION;
  const there = [...others, ...modelled].filter(([name]) =>
    isSince(version, wxNames[name as string] ?? ''),
  );
  const wx: Record<string, unknown> = Object.fromEntries(there);
  wx.canIUse = toFunction(host, 'canIUse', {
    kind: 'sync',
    run: (schema: unknown) => canIUse(host, wx, schema),
  });
  wx.env = { USER_DATA_PATH: USER_ROOT };
  wx.cloud = cloudApi(host);
  return wx;
}
