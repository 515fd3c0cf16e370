/** One item of the privacy guide in WeChat's console, and what may only be used when it is declared. */
export type PrivacyItem = {
  /** As the console names it. */
  item: string;
  /** Functions of wx. */
  functions: readonly string[];
  /** Scopes of wx.authorize. */
  scopes?: readonly string[];
};

/** From framework/user-privacy/miniprogram-intro.html; parts and buttons that need an item are not listed. */
const PRIVACY_ITEMS: readonly PrivacyItem[] = [
  { item: '微信昵称、头像', functions: ['getUserInfo', 'getUserProfile'] },
  {
    item: '位置信息',
    functions: [
      ...['getLocation', 'getFuzzyLocation'],
      ...['startLocationUpdate', 'startLocationUpdateBackground'],
    ],
    scopes: ['scope.userLocation', 'scope.userLocationBackground', 'scope.userFuzzyLocation'],
  },
  { item: '选择的位置信息', functions: ['choosePoi', 'chooseLocation'] },
  { item: '地址', functions: ['chooseAddress'] },
  { item: '发票信息', functions: ['chooseInvoice', 'chooseInvoiceTitle'] },
  { item: '微信运动步数', functions: ['getWeRunData'], scopes: ['scope.werun'] },
  { item: '车牌号', functions: ['chooseLicensePlate'] },
  { item: '选中的照片或视频信息', functions: ['chooseImage', 'chooseMedia', 'chooseVideo'] },
  { item: '选中的文件', functions: ['chooseMessageFile'] },
  { item: '麦克风', functions: ['startRecord', 'joinVoIPChat'], scopes: ['scope.record'] },
  { item: '摄像头', functions: ['createVKSession'], scopes: ['scope.camera'] },
  {
    item: '蓝牙',
    functions: ['openBluetoothAdapter', 'createBLEPeripheralServer'],
    scopes: ['scope.bluetooth'],
  },
  {
    item: '相册（仅写入）权限',
    functions: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
    scopes: ['scope.writePhotosAlbum'],
  },
  {
    item: '通讯录（仅写入）权限',
    functions: ['addPhoneContact'],
    scopes: ['scope.addPhoneContact'],
  },
  {
    item: '日历（仅写入）权限',
    functions: ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
    scopes: ['scope.addPhoneCalendar'],
  },
  { item: '加速传感器', functions: ['startAccelerometer', 'onAccelerometerChange'] },
  { item: '磁场传感器', functions: ['startCompass', 'onCompassChange'] },
  {
    item: '方向传感器',
    functions: ['startDeviceMotionListening', 'onDeviceMotionChange'],
  },
  { item: '陀螺仪传感器', functions: ['startGyroscope', 'onGyroscopeChange'] },
  { item: '剪切板', functions: ['setClipboardData', 'getClipboardData'] },
];

/** The item that a function needs; undefined when it touches nothing personal. */
export function itemOfFunction(name: string): PrivacyItem | undefined {
  return PRIVACY_ITEMS.find(({ functions }) => functions.includes(name));
}

/** The item that a scope of wx.authorize needs. */
export function itemOfScope(scope: string): PrivacyItem | undefined {
  return PRIVACY_ITEMS.find(({ scopes }) => scopes?.includes(scope));
}
