import type { Host } from '../host/host.ts';
import { type ApiGroup, sync } from './api.ts';

type Listener<T> = (value: T) => void;

/** New versions of the program: framework/runtime/update-mechanism.html. */
export const updateApis: ApiGroup = (host) => {
  let manager: object | undefined;
  return {
    getUpdateManager: sync(() => {
      manager ??= createManager(host);
      return manager;
    }),
  };
};

/** WeChat looks for a new version once a start, and tells listeners that come late as well. */
function createManager(host: Host) {
  const found = host.options.update ?? 'none';
  let ready = false;
  const tell = <T>(what: string, listener: Listener<T>, value: T) =>
    setTimeout(() => host.guard(what, () => listener(value)), 0);
  return {
    onCheckForUpdate: (listener: Listener<{ hasUpdate: boolean }>) => {
      tell('onCheckForUpdate', listener, { hasUpdate: found !== 'none' });
    },
    onUpdateReady: (listener: Listener<void>) => {
      if (found !== 'ready') return;
      const loaded = () => {
        ready = true;
        listener();
      };
      tell('onUpdateReady', loaded, undefined);
    },
    onUpdateFailed: (listener: Listener<void>) => {
      if (found === 'failed') tell('onUpdateFailed', listener, undefined);
    },
    /** Starts the new version at once. Throws before it is there. */
    applyUpdate: () => {
      if (!ready) throw new Error('applyUpdate:fail update is not ready');
      const { path, scene } = host.app.launched;
      const pairs = Object.entries(host.app.launched.query).map(([key, text]) => `${key}=${text}`);
      host.options.platform.openCold({
        ...{ path, query: pairs.join('&'), scene, update: 'none' },
        network: host.network.current,
        theme: host.theme.current,
      });
    },
  };
}
