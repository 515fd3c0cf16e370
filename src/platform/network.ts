import Taro from '@tarojs/taro';

/** Whether the phone has a network now; true when WeChat can't say, so that a request is tried. */
export function isOnline(): Promise<boolean> {
  return new Promise((resolve) => {
    Taro.getNetworkType({
      success: ({ networkType }) => resolve(networkType !== 'none'),
      fail: () => resolve(true),
    });
  });
}

/** Calls back whenever the phone gains or loses its network. Gives the way to end it. */
export function onNetworkChange(listener: (isConnected: boolean) => void): () => void {
  const relay: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => listener(isConnected);
  Taro.onNetworkStatusChange(relay);
  return () => Taro.offNetworkStatusChange(relay);
}
