import type { Rule, Unheld } from './rule.ts';

const PAGE = 'reference/api/Page.html';
const TIMELINE = 'framework/open-ability/share-timeline.html';
const FAVORITES = 'reference/api/Page.html#onAddToFavorites-Object-object';

export const SHARING_RULES = {
  'share.picture': {
    line: 'sharing-1',
    sentence: 'A shared picture is a PNG or JPG, packaged or over https, and it loads',
    source: PAGE,
    when: 'run',
    where: 'simulator/host/sharing/share-picture.ts',
    level: 'error',
  },
  'share.picture-ratio': {
    line: 'sharing-1',
    sentence: 'The picture of a chat card is 5:4, that of a timeline entry 1:1; others are cut',
    source: PAGE,
    when: 'run',
    where: 'simulator/host/sharing/share-picture.ts',
    level: 'warning',
  },
  'share.promise': {
    line: 'sharing-1',
    sentence:
      'The promise of onShareAppMessage resolves within 3 seconds, or the defaults are used',
    source: PAGE,
    when: 'run',
    where: 'simulator/host/sharing/share.ts',
    level: 'error',
  },
  'share.path': {
    line: 'sharing-1',
    sentence: 'The path of a chat card leads to a page of this program',
    source: PAGE,
    when: 'run',
    where: 'simulator/host/sharing/share.ts',
    level: 'error',
  },
  'share.timeline-query': {
    line: 'sharing-2',
    sentence: 'onShareTimeline returns a query and no path',
    source: TIMELINE,
    when: 'run',
    where: 'simulator/host/sharing/share.ts',
    level: 'error',
  },
  'share.timeline-alone': {
    line: 'sharing-2',
    sentence: 'A page with onShareTimeline has onShareAppMessage too: alone it is never offered',
    source: TIMELINE,
    when: 'run',
    where: 'simulator/host/sharing/share.ts',
    level: 'error',
  },
  'single-page.call': {
    line: 'sharing-3',
    sentence:
      'Opened from the timeline (scene 1154) a page calls no login, no navigation and nothing that leads out of it',
    source: TIMELINE,
    when: 'run',
    where: 'simulator/wx/single-page.ts',
    level: 'error',
  },
  'single-page.part': {
    line: 'sharing-3',
    sentence:
      'In single-page mode form, navigator, web-view and the open-type of a button do nothing',
    source: TIMELINE,
    when: 'run',
    where: 'simulator/parts/single-page.ts',
    level: 'error',
  },
  'favorites.query': {
    line: 'sharing-4',
    sentence: 'onAddToFavorites returns title, imageUrl and query; it has no path',
    source: FAVORITES,
    when: 'run',
    where: 'simulator/host/sharing/share.ts',
    level: 'error',
  },
  'copy-url.left': {
    line: 'sharing-4',
    sentence: 'A page that listens with wx.onCopyUrl calls wx.offCopyUrl when it is left',
    source: 'api/base/app/app-event/wx.onCopyUrl.html',
    when: 'run',
    where: 'simulator/host/sharing/copy-url.ts',
    level: 'error',
  },
  'share.offered': {
    line: 'sharing-5',
    sentence:
      'Every page offers a chat card and a timeline entry (in Taro: the hooks in the page component, both enabled in its config)',
    source: PAGE,
    when: 'audit',
    where: 'simulator/audit/page-rules.ts',
    level: 'error',
  },
  'share-image.local': {
    line: 'sharing-7',
    sentence: 'wx.showShareImageMenu takes the path of a local file',
    source: 'api/share/wx.showShareImageMenu.html',
    when: 'run',
    where: 'simulator/wx/share.ts',
    level: 'error',
  },
  'official-article.tap': {
    line: 'sharing-8',
    sentence: 'wx.openOfficialAccountArticle is called in a tap',
    source: 'api/open-api/officialAccount/wx.openOfficialAccountArticle.html',
    when: 'run',
    where: 'simulator/wx/device.ts',
    level: 'error',
  },
  'web-view.domain': {
    line: 'sharing-9',
    sentence: 'A web-view shows addresses of the account’s business domains alone',
    source: 'component/web-view.html',
    when: 'run',
    where: 'simulator/parts/web-view.ts',
    level: 'error',
  },
} as const satisfies Record<string, Rule>;

export const SHARING_UNHELD: Unheld[] = [
  {
    line: 'sharing-3',
    sentence: 'The content API answers without a login',
    source: TIMELINE,
    reason: 'held by the endpoint’s own tests: its public reads know no login',
  },
  {
    line: 'sharing-6',
    sentence: 'A code carries at most 32 characters of scene, and leads to a published page',
    source:
      'https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/qrcode-link/qr-code/getUnlimitedQRCode.html',
    reason:
      'the endpoint asks WeChat for codes; here a launch by scene 1011 or 1047 refuses a scene that no code could carry',
  },
];
