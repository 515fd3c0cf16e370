import type { NoticeTemplates } from '../domain/notice-template.ts';
import type { DataKey } from '../store/data-key.ts';
import type { Store } from '../store/store.ts';
import type { PushSettings } from '../wechat/pushes/read-push.ts';
import type { WechatApi } from '../wechat/wechat-api.ts';
import type { MediaLinks } from './media-links.ts';

/** What identity and notices need; absent where no WeChat account is configured. */
export interface WechatContext {
  /** What proves who somebody is: a code of wx.login, or the header of 微信云托管. */
  identity: 'code' | 'container';
  appId: string;
  key: DataKey;
  api: Pick<WechatApi, 'redeemLoginCode'>;
  templates: NoticeTemplates;
  /** Absent where WeChat pushes nothing to us. */
  push?: PushSettings;
}

/** What the routes work with; handed in by `app.ts`. */
export interface RouteContext {
  store: Store;
  /** Milliseconds since the epoch. */
  now: () => number;
  links: MediaLinks;
  /** Where readers reach the endpoint, without a slash at its end; undefined where the request's host has to do. */
  publicUrl: string | undefined;
  wechat: WechatContext | undefined;
}
