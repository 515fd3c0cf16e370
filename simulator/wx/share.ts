import { type ApiGroup, async, type Options } from './api.ts';

/** The two entries of the menu that a page may show and hide. */
const MENUS = ['shareAppMessage', 'shareTimeline'];

export const shareApis: ApiGroup = ({ stack }) => ({
  showShareMenu: async((options) => {
    const hidden = stack.top()?.hiddenMenus;
    for (const menu of menusOf(options, ['shareAppMessage'])) hidden?.delete(menu);
    return {};
  }),
  hideShareMenu: async((options) => {
    const hidden = stack.top()?.hiddenMenus;
    for (const menu of menusOf(options, MENUS)) hidden?.add(menu);
    return {};
  }),
  updateShareMenu: async(() => ({})),
});

function menusOf({ menus }: Options, otherwise: string[]): string[] {
  return Array.isArray(menus) ? menus.map(String) : otherwise;
}
