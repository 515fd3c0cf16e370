import type { Host } from '../host/host.ts';
import { type ApiGroup, async, sync } from './api.ts';

/** The phone that the simulator plays; sizes in px. */
const CAPSULE = { width: 87, height: 32, belowStatus: 6, right: 10 };
const NAVIGATION_BAR = 44;
const SDK_VERSION = '3.8.0';

export const systemApis: ApiGroup = (host) => ({
  getWindowInfo: sync(() => windowInfo(host)),
  getDeviceInfo: sync(() => deviceInfo()),
  getAppBaseInfo: sync(() => appBaseInfo(host)),
  getSystemInfoSync: sync(() => systemInfo(host)),
  getSystemInfo: async(() => systemInfo(host)),
  getSystemInfoAsync: async(() => systemInfo(host)),
  getSystemSetting: sync(() => ({
    bluetoothEnabled: false,
    locationEnabled: true,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  })),
  getMenuButtonBoundingClientRect: sync(() => {
    const right = windowInfo(host).screenWidth - CAPSULE.right;
    const { width, height } = CAPSULE;
    const top = host.screen.bars.status + CAPSULE.belowStatus;
    return { width, height, top, right, bottom: top + height, left: right - width };
  }),
  getAccountInfoSync: sync(() => ({
    miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    plugin: {},
  })),
});

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
    benchmarkLevel: 50,
    brand: 'simulator',
    model: 'simulator',
    system: 'iOS 17.0',
    platform: 'devtools',
    cpuType: '',
    memorySize: 4096,
  };
}

function appBaseInfo({ theme, textSize }: Host) {
  return {
    SDKVersion: SDK_VERSION,
    enableDebug: false,
    host: { env: 'WeChat' },
    language: 'zh_CN',
    version: '8.0.50',
    theme: theme.current,
    fontSizeSetting: textSize.current,
    fontSizeScaleFactor: 1,
  };
}

function systemInfo(host: Host) {
  return { ...windowInfo(host), ...deviceInfo(), ...appBaseInfo(host), bluetoothEnabled: false };
}
