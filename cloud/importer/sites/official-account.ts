import { generic } from './generic.ts';
import type { Site } from './site.ts';

/** Articles of a 公众号. The date that a reader sees is written by a script. */
export const officialAccount: Site = {
  ...generic,
  id: 'official-account',
  hosts: ['mp.weixin.qq.com'],
  marks: ['#js_content'],
  labels: { ...generic.labels, source: [], publishedAt: [] },
  meta: {
    siteName: [],
    title: ['og:title', 'twitter:title'],
    source: [],
    publishedAt: [],
  },
  title: ['#activity-name', '.rich_media_title'],
  source: ['#js_name', '.profile_nickname', '.rich_media_meta_nickname'],
  publishedAt: ['#publish_time', '#post-date'],
  publishedAtScripts: [
    /\bct\s*=\s*["'](\d{10})["']/,
    /\bpublish_time\s*[=:]\s*["'](\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?)["']/,
    /\bct\s*[=:]\s*(?:JsDecode\()?["'](\d{10})["']/,
    /\b(?:ori_)?create_time\s*[=:]\s*(?:JsDecode\()?["'](\d{10})["']/,
    /\bcreateTime\s*[=:]\s*["'](\d{4}-\d{1,2}-\d{1,2}(?: \d{1,2}:\d{2}(?::\d{2})?)?)["']/,
  ],
  body: ['#js_content', '.rich_media_content'],
  cut: ['#js_pc_qr_code', '.qr_code_pc_outer', '#js_tags', '.rich_media_tool', 'mp-common-profile'],
};
