import type { CopyUrlListener } from '../host/sharing/copy-url.ts';
import { type ApiGroup, event } from './api.ts';

/** wx.onCopyUrl: who gives the link of 复制链接 its query. */
export const copyUrlApis: ApiGroup = ({ copyUrl, stack }) => ({
  onCopyUrl: event((listener?: (value: never) => void) => {
    if (listener) copyUrl.on(listener as CopyUrlListener, stack.top());
  }),
  offCopyUrl: event(() => copyUrl.off()),
});
