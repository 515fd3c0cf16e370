import Taro from '@tarojs/taro';

/** Calls back whenever the mini-program comes to the front (true) or leaves it (false). Gives the way to end it. */
export function onAppVisibility(listener: (isVisible: boolean) => void): () => void {
  const onShow = () => listener(true);
  const onHide = () => listener(false);
  Taro.onAppShow(onShow);
  Taro.onAppHide(onHide);
  return () => {
    Taro.offAppShow(onShow);
    Taro.offAppHide(onHide);
  };
}
