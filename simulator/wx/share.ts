import { type ApiGroup, async } from './api.ts';

export const shareApis: ApiGroup = () => ({
  showShareMenu: async(() => ({})),
  hideShareMenu: async(() => ({})),
  updateShareMenu: async(() => ({})),
});
