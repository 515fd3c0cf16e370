import { type ApiGroup, async, type Options, Refusal } from './api.ts';
import { DEVICE_WORDS } from './device-words.ts';
import { isLocalPath } from './local-path.ts';
import { wrongType } from './refusals.ts';
import { say } from './say.ts';

/** The two entries of the menu that a page may show and hide. */
const MENUS = ['shareAppMessage', 'shareTimeline'];

export const shareApis: ApiGroup = (host) => ({
  showShareMenu: async((options) => {
    const hidden = host.stack.top()?.hiddenMenus;
    for (const menu of menusOf(options, ['shareAppMessage'])) hidden?.delete(menu);
    return {};
  }),
  hideShareMenu: async((options) => {
    const hidden = host.stack.top()?.hiddenMenus;
    for (const menu of menusOf(options, MENUS)) hidden?.add(menu);
    return {};
  }),
  updateShareMenu: async(() => ({})),
  showShareImageMenu: async(({ path }) => {
    if (typeof path !== 'string') return wrongType('path', 'String', path);
    if (!isLocalPath(path)) {
      host.ledger.breakRule('share-image.local', `${path} is an address: download it first`);
      return new Refusal('invalid file path');
    }
    host.ledger.addEffect('share-image', { path });
    say(host, DEVICE_WORDS.shareImage);
    return {};
  }),
});

function menusOf({ menus }: Options, otherwise: string[]): string[] {
  return Array.isArray(menus) ? menus.map(String) : otherwise;
}
