import type { Host } from '../host/host.ts';
import { type Api, type ApiTable, toFunction } from './api.ts';
import { appearanceApis } from './appearance.ts';
import { cloudApi } from './cloud.ts';
import { deviceApis } from './device.ts';
import { downloadApis } from './download.ts';
import { feedbackApis } from './feedback.ts';
import { USER_ROOT } from './file-store.ts';
import { fileApis } from './files.ts';
import { layoutApis } from './layout.ts';
import { lifecycleApis } from './lifecycle.ts';
import { loginApis } from './login.ts';
import { navigationApis } from './navigation.ts';
import { networkApis } from './network.ts';
import { notModelled } from './not-modelled.ts';
import { requestApis } from './request.ts';
import { shareApis } from './share.ts';
import { storageApis } from './storage.ts';
import { systemApis } from './system.ts';

/** Every group of functions that the simulator models. A new group is one file and one name here. */
const GROUPS = [
  ...[requestApis, storageApis, navigationApis, systemApis, feedbackApis, appearanceApis],
  ...[
    networkApis,
    deviceApis,
    downloadApis,
    fileApis,
    loginApis,
    shareApis,
    layoutApis,
    lifecycleApis,
  ],
];

/**
 * The program's `wx`. It has every name that WeChat's has; one that is not modelled throws when it
 * is called, names itself, and stands in the ledger as an error.
 */
export function createWx(host: Host): Record<string, unknown> {
  const table: ApiTable = Object.assign({}, ...GROUPS.map((group) => group(host)));
  const modelled = Object.entries(table).map(([name, api]: [string, Api]) => [
    name,
    toFunction(host, name, api),
  ]);
  const others = host.options.program.wxNames
    .filter((name) => !(name in table))
    .map((name) => [name, () => notModelled(host, name)]);
  const wx: Record<string, unknown> = Object.fromEntries([...others, ...modelled]);
  wx.canIUse = toFunction(host, 'canIUse', {
    kind: 'sync',
    run: (schema: string) => (schema.split('.')[0] ?? '') in wx,
  });
  wx.env = { USER_DATA_PATH: USER_ROOT };
  wx.cloud = cloudApi(host);
  return wx;
}
