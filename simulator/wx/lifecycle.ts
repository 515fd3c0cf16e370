import type { EnterOptions } from '../host/host.ts';
import { type ApiGroup, event, sync } from './api.ts';

/** How the program was opened, and what it wants to hear of its own life. */
export const lifecycleApis: ApiGroup = (host) => ({
  getLaunchOptionsSync: sync(() => copyOf(host.app.launched)),
  getEnterOptionsSync: sync(() => copyOf(host.app.enter)),
  onAppShow: event((listener?: (value: never) => void) => host.app.on('onShow', listener)),
  offAppShow: event((listener?: (value: never) => void) => host.app.off('onShow', listener)),
  onAppHide: event((listener?: (value: never) => void) => host.app.on('onHide', listener)),
  offAppHide: event((listener?: (value: never) => void) => host.app.off('onHide', listener)),
  onError: event((listener?: (value: never) => void) => host.app.on('onError', listener)),
  offError: event((listener?: (value: never) => void) => host.app.off('onError', listener)),
  onPageNotFound: event((listener?: (value: never) => void) =>
    host.app.on('onPageNotFound', listener),
  ),
  offPageNotFound: event((listener?: (value: never) => void) =>
    host.app.off('onPageNotFound', listener),
  ),
  onUnhandledRejection: event((listener?: (value: never) => void) =>
    host.app.on('onUnhandledRejection', listener),
  ),
  offUnhandledRejection: event((listener?: (value: never) => void) =>
    host.app.off('onUnhandledRejection', listener),
  ),
});

/** A program may change what it is given without changing it for others. */
function copyOf(options: EnterOptions): EnterOptions {
  return { ...options, query: { ...options.query } };
}
