import Taro from '@tarojs/taro';
import { isDone } from './wechat-call.ts';

export interface MapPlace {
  name: string;
  address: string;
  /** GCJ-02 degrees. */
  latitude: number;
  longitude: number;
}

/** Shows a place on WeChat's map. False when it can't be opened. */
export function openMap(place: MapPlace): Promise<boolean> {
  return isDone(Taro.openLocation({ ...place, scale: 16 }));
}
