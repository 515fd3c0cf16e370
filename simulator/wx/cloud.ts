import type { Host } from '../host/host.ts';
import { async, type Options, Refusal, toFunction } from './api.ts';
import { send } from './request.ts';

/** Key of the host map under which the container behind wx.cloud answers. */
const CONTAINER = 'cloud://container';

/** `wx.cloud`: only calls to a container; other members fail by name. */
export function cloudApi(host: Host): Record<string, unknown> {
  const callContainer = async(async (options: Options) => {
    const target = host.options.hosts[CONTAINER];
    if (target === undefined) {
      return new Refusal(`no address for ${CONTAINER} in the simulator's host map`);
    }
    const url = new URL(target + String(options.path ?? '/'), location.href).href;
    return send(host, { ...options, url }, new AbortController());
  });
  return {
    init: () => {},
    callContainer: toFunction(host, 'cloud.callContainer', callContainer),
  };
}
