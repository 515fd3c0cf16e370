/** The pages by their paths: what shared cards carry, so they are permanent. Without the leading slash, as WeChat lists them. */
export const HOME_PATH = 'pages/home/index';
export const EVENTS_PATH = 'pages/events/index';
export const NOTICES_PATH = 'pages/notices/index';
export const MINE_PATH = 'pages/mine/index';

const toIdQuery = (id: string): string => `id=${encodeURIComponent(id)}`;
export const toArticlePath = (id: string): string => `pages/article/index?${toIdQuery(id)}`;
export const toEventPath = (id: string): string => `pages/event/index?${toIdQuery(id)}`;
