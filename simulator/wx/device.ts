import type { Host } from '../host/host.ts';
import { showToast } from '../host/screen/overlays.ts';
import { type Answer, type ApiGroup, async, type Options, Refusal } from './api.ts';
import { DEVICE_WORDS } from './device-words.ts';
import { noTap, typeName, wrongType } from './refusals.ts';
import { say } from './say.ts';

/** Where articles of official accounts are. */
const ARTICLES = 'https://mp.weixin.qq.com/';

/** What leads out of the program: it stands in the ledger, and the phone says in a word where it leads. */
export const deviceApis: ApiGroup = (host) => {
  let clipboard = '';
  const vibrate = (detail: Options) => {
    host.ledger.addEffect('vibration', detail);
    return {};
  };
  return {
    makePhoneCall: async(({ phoneNumber }) => callPhone(host, phoneNumber)),
    openLocation: async((options) => openLocation(host, options)),
    setClipboardData: async(({ data }) => {
      if (typeof data !== 'string') return wrongType('data', 'String', data);
      clipboard = data;
      host.ledger.addEffect('clipboard', { data });
      const title = DEVICE_WORDS.copied;
      showToast(host, { title, icon: 'success', duration: 1500, mask: false });
      return {};
    }),
    getClipboardData: async(() => ({ data: clipboard })),
    scanCode: async(() => scan(host)),
    openOfficialAccountArticle: async(({ url }) => openArticle(host, url)),
    navigateToMiniProgram: async((options) => openProgram(host, options)),
    openCustomerServiceChat: async(({ corpId, extInfo }) => openService(host, corpId, extInfo)),
    vibrateShort: async(({ type }) => vibrate({ length: 'short', type })),
    vibrateLong: async(() => vibrate({ length: 'long' })),
    setKeepScreenOn: async(() => ({})),
  };
};

function callPhone(host: Host, phoneNumber: unknown): Answer {
  if (typeof phoneNumber !== 'string') return wrongType('phoneNumber', 'String', phoneNumber);
  if (phoneNumber === '') return new Refusal('parameter error: phoneNumber is empty');
  if (!host.gesture.isTap) {
    host.ledger.breakRule('phone.tap', `${phoneNumber} is called outside a tap handler`);
    return noTap();
  }
  host.ledger.addEffect('phone', { phoneNumber });
  say(host, DEVICE_WORDS.phone(phoneNumber));
  return {};
}

function openLocation(host: Host, options: Options): Answer {
  for (const [name, most] of [
    ['latitude', 90],
    ['longitude', 180],
  ] as const) {
    const value = options[name];
    if (typeof value === 'number' && Math.abs(value) <= most) continue;
    const shown = typeof value === 'number' ? String(value) : typeName(value);
    host.ledger.breakRule('location.numbers', `${name} is ${shown}, not degrees to ±${most}`);
    if (typeof value !== 'number') return wrongType(name, 'Number', value);
    return new Refusal(`parameter error: invalid ${name}`);
  }
  const { latitude, longitude, name, address, scale } = options;
  host.ledger.addEffect('map', { latitude, longitude, name, address, scale });
  say(host, DEVICE_WORDS.map(String(name ?? ''), Number(latitude), Number(longitude)));
  return {};
}

function scan(host: Host): Answer {
  const { scan: result } = host.user;
  if (result === null) return new Refusal('cancel');
  host.ledger.addEffect('scan', { result });
  say(host, DEVICE_WORDS.scanned(result));
  const bytes = encodeURIComponent(result).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return { result, scanType: 'QR_CODE', charSet: 'utf-8', rawData: btoa(bytes), path: '' };
}

function openArticle(host: Host, url: unknown): Answer {
  if (typeof url !== 'string') return wrongType('url', 'String', url);
  if (!host.gesture.isTap) {
    host.ledger.breakRule('official-article.tap', `${url} is opened outside a tap handler`);
    return noTap();
  }
  if (!url.startsWith(ARTICLES)) return new Refusal('invalid url');
  host.ledger.addEffect('article', { url });
  say(host, DEVICE_WORDS.article(url));
  return { confirm: true, cancel: false };
}

/** WeChat asks before it leaves the program; the person agrees. */
function openProgram(host: Host, { appId, path, shortLink }: Options): Answer {
  if (shortLink === undefined && typeof appId !== 'string')
    return wrongType('appId', 'String', appId);
  if (path !== undefined && typeof path !== 'string') return wrongType('path', 'String', path);
  if (!host.gesture.isTap) return noTap();
  if (shortLink === undefined && !/^wx[0-9a-f]{16}$/.test(String(appId)))
    return new Refusal('invalid appid');
  host.ledger.addEffect('program', { appId, path, shortLink });
  say(host, DEVICE_WORDS.program(String(appId ?? shortLink)));
  return {};
}

function openService(host: Host, corpId: unknown, extInfo: unknown): Answer {
  if (typeof corpId !== 'string') return wrongType('corpId', 'String', corpId);
  const { url } = (extInfo ?? {}) as { url?: unknown };
  if (typeof url !== 'string') return wrongType('extInfo.url', 'String', url);
  if (!host.gesture.isTap) return noTap();
  host.ledger.addEffect('service', { corpId, url });
  say(host, DEVICE_WORDS.service);
  return {};
}
