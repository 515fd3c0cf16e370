import { generic } from './generic.ts';
import type { Site } from './site.ts';

/**
 * 江门市妇女网: title, bullet lines 文章出处 and 发布时间, body, 相关附件. Its labels find these whatever the mark-up around
 * them is called, so that a new template of the site does not break the import. The month in an address
 * (`/column/sub/YYYYMM/tNNN.html`) is that of the upload, not the date.
 */
export const flJiangmen: Site = {
  ...generic,
  id: 'fl-jiangmen',
  hosts: ['fl.jiangmen.cn'],
  name: '江门市妇女网',
  organisation: '江门市妇联',
};
