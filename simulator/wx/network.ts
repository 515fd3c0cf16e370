import type { Network } from '../host/launch-options.ts';
import { Listeners } from '../host/listeners.ts';
import { type ApiGroup, async, event } from './api.ts';

type NetworkStatus = { isConnected: boolean; networkType: Network };

export const networkApis: ApiGroup = ({ network, ledger }) => {
  // Its own set: the program's `off` without a listener must not silence the phone itself.
  const listeners = new Listeners<NetworkStatus>((error) =>
    ledger.addError('error', 'program', error),
  );
  network.changed.on((networkType) =>
    listeners.emit({ isConnected: networkType !== 'none', networkType }),
  );
  return {
    getNetworkType: async(() => ({
      networkType: network.current,
      hasSystemProxy: false,
      signalStrength: -50,
      weakNet: network.current === '2g',
    })),
    onNetworkStatusChange: event((listener?: (value: NetworkStatus) => void) => {
      if (listener) listeners.on(listener);
    }),
    offNetworkStatusChange: event((listener?: (value: NetworkStatus) => void) => {
      listeners.off(listener);
    }),
  };
};
