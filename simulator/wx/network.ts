import type { Network } from '../host/launch-options.ts';
import { type ApiGroup, async, event } from './api.ts';

type NetworkStatus = { isConnected: boolean; networkType: Network };

export const networkApis: ApiGroup = ({ network }) => {
  const wrapped = new Map<(value: NetworkStatus) => void, (network: Network) => void>();
  return {
    getNetworkType: async(() => ({
      networkType: network.current,
      hasSystemProxy: false,
      signalStrength: -50,
      weakNet: network.current === '2g',
    })),
    onNetworkStatusChange: event((listener?: (value: NetworkStatus) => void) => {
      if (!listener) return;
      const told = (networkType: Network) =>
        listener({ isConnected: networkType !== 'none', networkType });
      wrapped.set(listener, told);
      network.changed.on(told);
    }),
    offNetworkStatusChange: event((listener?: (value: NetworkStatus) => void) => {
      network.changed.off(listener && wrapped.get(listener));
    }),
  };
};
