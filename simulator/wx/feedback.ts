import type { Host } from '../host/host.ts';
import { hideToast, showActionSheet, showDialog, showToast } from '../host/screen/overlays.ts';
import { WORDS } from '../host/words.ts';
import { type ApiGroup, async, type Options, Refusal } from './api.ts';
import { noteNotModelled } from './not-modelled.ts';
import { demandTexts } from './refusals.ts';

export const feedbackApis: ApiGroup = (host) => ({
  showToast: async((options) => {
    const { title, icon, duration, mask } = options;
    const refused = demandTexts(options, 'title');
    if (refused) return refused;
    showToast(host, {
      title: String(title),
      icon: String(icon ?? 'success'),
      duration: Number(duration ?? 1500),
      mask: Boolean(mask),
    });
    return {};
  }),
  hideToast: async(() => {
    hideToast(host);
    return {};
  }),
  showLoading: async((options) => {
    const refused = demandTexts(options, 'title');
    if (refused) return refused;
    const { title, mask } = options;
    showToast(host, { title: String(title), icon: 'loading', duration: 0, mask: Boolean(mask) });
    return {};
  }),
  hideLoading: async(() => {
    hideToast(host);
    return {};
  }),
  showModal: async(async (options) => {
    const refused = refuseDialog(host, options);
    if (refused) return refused;
    const answer = await showDialog(host, {
      title: String(options.title ?? ''),
      content: String(options.content ?? ''),
      confirmText: String(options.confirmText ?? WORDS.confirm),
      cancelText: String(options.cancelText ?? WORDS.cancel),
      showCancel: options.showCancel !== false,
      confirmColor: String(options.confirmColor ?? '#576B95'),
      cancelColor: String(options.cancelColor ?? 'inherit'),
    });
    return { confirm: answer === 'confirm', cancel: answer === 'cancel', content: '' };
  }),
  showActionSheet: async(async ({ itemList, itemColor }) => {
    const items = (itemList ?? []) as string[];
    if (items.length === 0 || items.length > 6) return new Refusal('parameter error: itemList');
    const tapIndex = await showActionSheet(host, items, String(itemColor ?? 'inherit'));
    return tapIndex < 0 ? new Refusal('cancel') : { tapIndex };
  }),
});

/** api/ui/interact/wx.showModal.html: so many characters have room on a button. */
const BUTTON_LENGTH = 4;

/** The words of a dialog may be left out, and are texts where they are there. */
function refuseDialog(host: Host, options: Options): Refusal | null {
  const buttons = ['confirmText', 'cancelText'];
  const given = ['title', 'content', ...buttons].filter((name) => options[name] !== undefined);
  const refused = demandTexts(options, ...given);
  if (refused) return refused;
  const long = buttons.find((name) => [...String(options[name] ?? '')].length > BUTTON_LENGTH);
  if (long) {
    return new Refusal(`${long} length should not larger than ${BUTTON_LENGTH} Chinese characters`);
  }
  if (options.editable !== true) return null;
  return new Refusal(noteNotModelled(host, 'showModal with editable'));
}
