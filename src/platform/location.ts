import Taro from '@tarojs/taro';

export interface MapPlace {
  name: string;
  address: string;
  /** GCJ-02 degrees. */
  latitude: number;
  longitude: number;
}

/** Shows a place on WeChat's map. False when it can't be opened (the timeline's single-page mode). */
export function openMap(place: MapPlace): Promise<boolean> {
  return new Promise((resolve) => {
    Taro.openLocation({
      ...place,
      scale: 16,
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });
}
