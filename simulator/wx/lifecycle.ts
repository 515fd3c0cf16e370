import { type ApiGroup, event, sync } from './api.ts';

/** How the program was opened, and what it wants to hear of its own life. */
export const lifecycleApis: ApiGroup = (host) => ({
  getLaunchOptionsSync: sync(() => ({ ...host.app.enter })),
  getEnterOptionsSync: sync(() => ({ ...host.app.enter })),
  getUpdateManager: sync(() => ({
    onCheckForUpdate: (listener: (result: { hasUpdate: boolean }) => void) => {
      setTimeout(() => host.guard('onCheckForUpdate', () => listener({ hasUpdate: false })), 0);
    },
    onUpdateReady: () => {},
    onUpdateFailed: () => {},
    applyUpdate: () => {},
  })),
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
