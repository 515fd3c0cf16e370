import type { Host } from '../host/host.ts';
import { type Api, type ApiTable, toFunction } from './api.ts';
import { appearanceApis } from './appearance.ts';
import { cloudApi } from './cloud.ts';
import { deviceApis } from './device.ts';
import { feedbackApis } from './feedback.ts';
import { fileApis } from './files.ts';
import { layoutApis } from './layout.ts';
import { lifecycleApis } from './lifecycle.ts';
import { navigationApis } from './navigation.ts';
import { networkApis } from './network.ts';
import { requestApis } from './request.ts';
import { shareApis } from './share.ts';
import { storageApis } from './storage.ts';
import { systemApis } from './system.ts';
import { tabBarApis } from './tab-bar.ts';
import { updateApis } from './update.ts';

/** Every group of functions that the simulator models. A new group is one file and one name here. */
const GROUPS = [
  ...[requestApis, storageApis, navigationApis, systemApis, feedbackApis, appearanceApis],
  ...[networkApis, deviceApis, fileApis, shareApis, layoutApis, lifecycleApis],
  ...[tabBarApis, updateApis],
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
  wx.env = { USER_DATA_PATH: 'http://usr' };
  wx.cloud = cloudApi(host);
  return wx;
}

function notModelled(host: Host, name: string): never {
  const message = `wx.${name} is not modelled by the simulator`;
  const entry = host.ledger.addCall(name, []);
  host.ledger.end(entry, 'threw', message);
  host.ledger.breakRule('call.unknown', message);
  throw new Error(message);
}
