import type { Host } from '../host/host.ts';
import { type Answer, type ApiGroup, async, type Options, Refusal } from './api.ts';
import { DEVICE_WORDS } from './device-words.ts';
import { FileProblem } from './file-store.ts';
import { isLocalPath } from './local-path.ts';
import { noTap, wrongType } from './refusals.ts';
import { say } from './say.ts';

/** The two entries of the menu that a page may show and hide. */
const MENUS = ['shareAppMessage', 'shareTimeline'];
const WRONG_MENUS = 'parameter error: menus should hold shareAppMessage or shareTimeline';

export const shareApis: ApiGroup = (host) => ({
  showShareMenu: async((options) => {
    const menus = menusOf(options, ['shareAppMessage']);
    if (!menus) return new Refusal(WRONG_MENUS);
    const hidden = host.stack.top()?.hiddenMenus;
    for (const menu of menus) hidden?.delete(menu);
    return {};
  }),
  hideShareMenu: async((options) => {
    const menus = menusOf(options, MENUS);
    if (!menus) return new Refusal(WRONG_MENUS);
    const hidden = host.stack.top()?.hiddenMenus;
    for (const menu of menus) hidden?.add(menu);
    return {};
  }),
  /** `withShareTicket` and the private messages change nothing that a program could see here. */
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
  // Not an async function: whether a tap is under way is known at the call alone.
  shareFileMessage: async((options) => shareFile(host, options)),
});

/**
 * Forwards a file of the phone to a chat (api/share/wx.shareFileMessage.html): downloaded or written by the
 * program, no address and nothing of the package.
 */
function shareFile(host: Host, { filePath, fileName }: Options): Answer {
  if (typeof filePath !== 'string') return wrongType('filePath', 'String', filePath);
  if (fileName !== undefined && typeof fileName !== 'string') {
    return wrongType('fileName', 'String', fileName);
  }
  if (!host.gesture.isTap) return noTap();
  const file = host.files.find(filePath);
  if (file instanceof FileProblem) return new Refusal(`file doesn't exist: ${filePath}`);
  const name = fileName || filePath.slice(filePath.lastIndexOf('/') + 1);
  host.ledger.addEffect('share-file', { filePath, fileName: name, bytes: file.bytes.length });
  say(host, DEVICE_WORDS.shareFile(name));
  return {};
}

/** Null where something is named that is no entry of the menu. */
function menusOf({ menus }: Options, otherwise: string[]): string[] | null {
  if (menus === undefined) return otherwise;
  const isKnown = Array.isArray(menus) && menus.every((menu) => MENUS.includes(String(menu)));
  return isKnown ? menus.map(String) : null;
}
