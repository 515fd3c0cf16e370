import { type ApiGroup, async, type Options, Refusal } from './api.ts';

/** The two entries of the menu that a page may show and hide. */
const MENUS = ['shareAppMessage', 'shareTimeline'];
const WRONG_MENUS = 'parameter error: menus should hold shareAppMessage or shareTimeline';

export const shareApis: ApiGroup = ({ stack }) => ({
  showShareMenu: async((options) => {
    const menus = menusOf(options, ['shareAppMessage']);
    if (!menus) return new Refusal(WRONG_MENUS);
    const hidden = stack.top()?.hiddenMenus;
    for (const menu of menus) hidden?.delete(menu);
    return {};
  }),
  hideShareMenu: async((options) => {
    const menus = menusOf(options, MENUS);
    if (!menus) return new Refusal(WRONG_MENUS);
    const hidden = stack.top()?.hiddenMenus;
    for (const menu of menus) hidden?.add(menu);
    return {};
  }),
  /** `withShareTicket` and the private messages change nothing that a program could see here. */
  updateShareMenu: async(() => ({})),
});

/** Null where something is named that is no entry of the menu. */
function menusOf({ menus }: Options, otherwise: string[]): string[] | null {
  if (menus === undefined) return otherwise;
  const isKnown = Array.isArray(menus) && menus.every((menu) => MENUS.includes(String(menu)));
  return isKnown ? menus.map(String) : null;
}
