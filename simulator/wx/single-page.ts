import type { Host } from '../host/host.ts';
import { isSinglePage, sayOnlyInProgram } from '../host/sharing/single-page.ts';
import { type ApiGroup, type ApiTable, async, Refusal, sync } from './api.ts';

/**
 * What WeChat's document 分享到朋友圈 lists as forbidden in single-page mode, by its own headings; of what
 * the product cannot use the best known names stand here.
 */
const FORBIDDEN = [
  // 登录、用户信息、授权、设置、支付、收货地址、卡券、发票、生物认证、微信运动
  ...['login', 'checkSession', 'getUserInfo', 'getUserProfile', 'authorize', 'openSetting'],
  ...['requestPayment', 'chooseAddress', 'addCard', 'openCard', 'chooseInvoice'],
  ...['chooseInvoiceTitle', 'startSoterAuthentication', 'getWeRunData', 'requestSubscribeMessage'],
  // 路由, 小程序跳转, and what else opens another page
  ...['redirectTo', 'reLaunch', 'navigateTo', 'switchTab', 'navigateBack'],
  ...['navigateToMiniProgram', 'navigateBackMiniProgram', 'openEmbeddedMiniProgram'],
  ...['openOfficialAccountArticle', 'openCustomerServiceChat', 'openPrivacyContract'],
  // 导航栏, Tab Bar
  ...['setNavigationBarTitle', 'setNavigationBarColor', 'showNavigationBarLoading'],
  ...['hideNavigationBarLoading', 'hideHomeButton', 'setTabBarBadge', 'removeTabBarBadge'],
  ...['showTabBarRedDot', 'hideTabBarRedDot', 'showTabBar', 'hideTabBar', 'setTabBarItem'],
  'setTabBarStyle',
  // 转发
  ...['getShareInfo', 'showShareMenu', 'hideShareMenu', 'updateShareMenu', 'showShareImageMenu'],
  'shareFileMessage',
  // 媒体, 位置, 文件, 周期性更新
  ...['chooseMedia', 'chooseImage', 'saveImageToPhotosAlbum', 'chooseVideo'],
  ...['saveVideoToPhotosAlbum', 'getVideoInfo', 'compressVideo', 'openLocation', 'chooseLocation'],
  ...['startLocationUpdate', 'startLocationUpdateBackground', 'openDocument'],
  ...['setBackgroundFetchToken', 'getBackgroundFetchToken', 'getBackgroundFetchData'],
  // 设备: 蓝牙、Wi-Fi、NFC、联系人、剪贴板、电话、扫码
  ...['openBluetoothAdapter', 'startWifi', 'startHCE', 'addPhoneContact', 'chooseContact'],
  ...['addPhoneCalendar', 'addPhoneRepeatCalendar', 'setClipboardData', 'getClipboardData'],
  ...['makePhoneCall', 'scanCode'],
];

/**
 * In single-page mode what is forbidden there fails, and is told: a correct program looks at the scene
 * first. The reason is the one that developers report; a program had better not read it.
 */
export function forbidInSinglePage(host: Host, table: ApiTable): ApiTable {
  if (!isSinglePage(host)) return table;
  const refused = FORBIDDEN.map((name) => [
    name,
    async(() => {
      host.ledger.breakRule('single-page.call', `wx.${name} in scene ${host.app.enter.scene}`);
      if (host.gesture.isTap) sayOnlyInProgram(host);
      return new Refusal('rejected due to no permission currently');
    }),
  ]);
  return { ...table, ...(Object.fromEntries(refused) as ApiTable) };
}

export const singlePageApis: ApiGroup = (host) => ({
  getApiCategory: sync(() => host.app.enter.apiCategory),
});
