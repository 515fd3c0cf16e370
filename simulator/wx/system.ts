import type { Host, WindowSize } from '../host/host.ts';
import { type ApiGroup, async, sync } from './api.ts';
import { SDK_VERSION } from './sdk-version.ts';

/** The phone that the simulator plays; sizes in px. */
const CAPSULE = { width: 87, height: 32, belowStatus: 6, right: 10 };
const NAVIGATION_BAR = 44;
const SYSTEM_SETTING = {
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
};
/** What the phone lets WeChat itself do. */
const AUTHORIZED = {
  albumAuthorized: true,
  cameraAuthorized: true,
  locationAuthorized: true,
  locationReducedAccuracy: false,
  microphoneAuthorized: true,
  notificationAuthorized: true,
  notificationAlertAuthorized: true,
  notificationBadgeAuthorized: true,
  notificationSoundAuthorized: true,
  phoneCalendarAuthorized: true,
};
/** WeChat's standard text size in px. */
const STANDARD_TEXT = 17;

export const systemApis: ApiGroup = (host) => ({
  getWindowInfo: sync(() => windowInfo(host)),
  getDeviceInfo: sync(() => deviceInfo()),
  getAppBaseInfo: sync(() => appBaseInfo(host)),
  getSystemInfoSync: sync(() => systemInfo(host)),
  getSystemInfo: async(() => systemInfo(host)),
  getSystemInfoAsync: async(() => systemInfo(host)),
  getSystemSetting: sync(() => ({ ...SYSTEM_SETTING })),
  getMenuButtonBoundingClientRect: sync(() => {
    const right = windowInfo(host).screenWidth - CAPSULE.right;
    const { width, height } = CAPSULE;
    const top = host.screen.bars.status + CAPSULE.belowStatus;
    return { width, height, top, right, bottom: top + height, left: right - width };
  }),
  getAccountInfoSync: sync(() => ({
    miniProgram: { appId: host.account.appId, envVersion: 'develop', version: '' },
    plugin: {},
  })),
});

/** The window that pages have at present. */
export function windowSize(host: Host): WindowSize {
  const { windowWidth, windowHeight } = windowInfo(host);
  return { windowWidth, windowHeight };
}

function windowInfo({ screen }: Host) {
  const screenWidth = screen.root.clientWidth || 375;
  const screenHeight = screen.root.clientHeight || 812;
  const windowHeight =
    screen.pages.clientHeight || screenHeight - screen.bars.status - NAVIGATION_BAR;
  return {
    pixelRatio: globalThis.devicePixelRatio || 1,
    screenWidth,
    screenHeight,
    windowWidth: screenWidth,
    windowHeight,
    statusBarHeight: screen.bars.status,
    screenTop: screenHeight - windowHeight,
    safeArea: {
      left: 0,
      right: screenWidth,
      top: screen.bars.status,
      bottom: screenHeight - screen.bars.home,
      width: screenWidth,
      height: screenHeight - screen.bars.status - screen.bars.home,
    },
  };
}

function deviceInfo() {
  return {
    abi: 'arm64',
    deviceAbi: 'arm64',
    benchmarkLevel: 50,
    brand: 'simulator',
    model: 'simulator',
    system: 'iOS 17.0',
    platform: 'devtools',
    cpuType: '',
    memorySize: '4096',
  };
}

function appBaseInfo({ theme, textSize, options }: Host) {
  return {
    SDKVersion: options.sdkVersion ?? SDK_VERSION,
    enableDebug: false,
    host: { env: 'WeChat' },
    language: 'zh_CN',
    version: '8.0.50',
    theme: theme.current,
    fontSizeSetting: textSize.current,
    fontSizeScaleFactor: textSize.current / STANDARD_TEXT,
  };
}

function systemInfo(host: Host) {
  return {
    ...windowInfo(host),
    ...deviceInfo(),
    ...appBaseInfo(host),
    ...SYSTEM_SETTING,
    ...AUTHORIZED,
  };
}
