import { hideToast, showActionSheet, showDialog, showToast } from '../host/screen/overlays.ts';
import { WORDS } from '../host/words.ts';
import { type ApiGroup, async, Refusal } from './api.ts';

export const feedbackApis: ApiGroup = (host) => ({
  showToast: async(({ title, icon, duration, mask }) => {
    showToast(host, {
      title: String(title ?? ''),
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
  showLoading: async(({ title, mask }) => {
    const shown = { title: String(title ?? ''), icon: 'loading', duration: 0, mask: Boolean(mask) };
    showToast(host, shown);
    return {};
  }),
  hideLoading: async(() => {
    hideToast(host);
    return {};
  }),
  showModal: async(async (options) => {
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
