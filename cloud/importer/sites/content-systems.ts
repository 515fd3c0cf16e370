import { generic } from './generic.ts';
import type { Site } from './site.ts';

/** Guangdong's common platform of the authorities' sites: `/xwzx/content/post_1234567.html`. */
export const guangdong: Site = {
  ...generic,
  id: 'gd-post',
  paths: [/\/content\/(?:[a-z]+\/)*(?:mpost|post)_\d+(?:_\d+)?\.html$/],
  title: ['.article-title', '.zw-title', '.content h1', ...generic.title],
  body: ['.article-content', '.zw .article-content', '.zw', '#zoomcon', ...generic.body],
};

/** UCAP: the state council's and many provinces' sites. */
export const ucap: Site = {
  ...generic,
  id: 'ucap',
  marks: ['#UCAP-CONTENT', 'ucapcontent', '.pages_content'],
  title: ['ucaptitle', '.article h1', ...generic.title],
  body: ['#UCAP-CONTENT', 'ucapcontent', '.pages_content', ...generic.body],
};

/** TRS WCM: body in `.TRS_Editor`, pages `t20240305_123.html`, further ones `t20240305_123_1.html`. */
export const trs: Site = {
  ...generic,
  id: 'trs',
  marks: ['.TRS_Editor', '.trs_editor_view', '.TRS_UEDITOR'],
  body: ['.TRS_Editor', '.trs_editor_view', '.TRS_UEDITOR', ...generic.body],
};

/** 博达 (VSB): universities' and many counties' sites. */
export const vsb: Site = {
  ...generic,
  id: 'vsb',
  marks: ['.v_news_content', '#vsb_content'],
  body: ['.v_news_content', '#vsb_content', ...generic.body],
};
