/** Words of the questions that WeChat itself asks. */
export const QUESTION_WORDS = {
  allow: '允许',
  cancel: '取消',
  agree: '同意',
  refuse: '拒绝',
  subscribe: '申请发送以下消息',
  messages: '设置里的订阅消息',
  receive: '接收订阅消息',
  remember: '总是保持以上选择，不再询问',
  privacy: '用户隐私保护提示',
  privacyText: (item: string) =>
    `在你使用服务之前，请仔细阅读《小程序用户隐私保护指引》。如你同意，请点击“同意”，小程序将使用你的${item}。`,
  privacyContract: '《小程序用户隐私保护指引》',
  permission: '小程序申请',
  scopes: {
    'scope.writePhotosAlbum': '保存图片或视频到你的相册',
    'scope.addPhoneCalendar': '使用你的日历（仅写入）',
    'scope.addPhoneContact': '使用你的通讯录（仅写入）',
    'scope.bluetooth': '使用你的蓝牙',
    'scope.camera': '使用你的摄像头',
    'scope.record': '使用你的麦克风',
    'scope.userFuzzyLocation': '获取你的模糊位置信息',
    'scope.userLocation': '获取你的位置信息',
    'scope.userLocationBackground': '在后台获取你的位置信息',
    'scope.werun': '获取你的微信运动步数',
  } as Readonly<Record<string, string>>,
} as const;
