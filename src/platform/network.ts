import Taro from '@tarojs/taro';

/** Whether the phone has a network now; true when WeChat can't say. */
export function isOnline(): Promise<boolean> {
  return Taro.getNetworkType().then(
    ({ networkType }) => networkType !== 'none',
    () => true,
  );
}

/** Calls back whenever the phone gains or loses its network. Gives the way to end it. */
export function onNetworkChange(listener: (isConnected: boolean) => void): () => void {
  const relay: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => listener(isConnected);
  Taro.onNetworkStatusChange(relay);
  return () => Taro.offNetworkStatusChange(relay);
}
