import { showImages, showToast } from '../host/overlays.ts';
import { type ApiGroup, async, Refusal } from './api.ts';

/** What leads out of the program: the simulator says in a word where it would have led. */
export const deviceApis: ApiGroup = (host) => {
  let clipboard = '';
  const say = (title: string) =>
    showToast(host, { title, icon: 'none', duration: 2000, mask: false });
  return {
    makePhoneCall: async(({ phoneNumber }) => {
      if (!phoneNumber) return new Refusal('parameter error: phoneNumber');
      say(`拨打电话 ${String(phoneNumber)}`);
      return {};
    }),
    openLocation: async(({ latitude, longitude, name }) => {
      if (typeof latitude !== 'number' || typeof longitude !== 'number') {
        return new Refusal('parameter error: latitude and longitude should be numbers');
      }
      say(`打开地图 ${String(name ?? '')} ${latitude}, ${longitude}`);
      return {};
    }),
    setClipboardData: async(({ data }) => {
      if (typeof data !== 'string') return new Refusal('parameter error: data should be a text');
      clipboard = data;
      showToast(host, { title: '内容已复制', icon: 'success', duration: 1500, mask: false });
      return {};
    }),
    getClipboardData: async(() => ({ data: clipboard })),
    previewImage: async(({ urls, current }) => {
      const list = (urls ?? []) as string[];
      if (list.length === 0) return new Refusal('parameter error: urls');
      const index = typeof current === 'number' ? current : list.indexOf(String(current));
      showImages(host, list, Math.max(0, index));
      return {};
    }),
    vibrateShort: async(() => ({})),
    vibrateLong: async(() => ({})),
    setKeepScreenOn: async(() => ({})),
  };
};
