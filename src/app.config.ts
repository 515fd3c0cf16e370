/** Each bar's colour by its name in theme.json. The type knows only the two words that the names stand for. */
export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/events/index',
    'pages/notices/index',
    'pages/mine/index',
    'pages/article/index',
    'pages/event/index',
  ],
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '江门市妇女网',
    navigationBarBackgroundColor: '@barBackground',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@paper',
    backgroundColorTop: '@paper',
    backgroundColorBottom: '@paper',
    backgroundTextStyle: '@spinner',
  },
  tabBar: {
    color: '@tabText',
    selectedColor: '@tabSelected',
    backgroundColor: '@tabBackground',
    borderStyle: '@tabBorder' as 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: '@tabHome',
        selectedIconPath: '@tabHomeSelected',
      },
      {
        pagePath: 'pages/events/index',
        text: '活动',
        iconPath: '@tabEvents',
        selectedIconPath: '@tabEventsSelected',
      },
      {
        pagePath: 'pages/notices/index',
        text: '通知',
        iconPath: '@tabNotices',
        selectedIconPath: '@tabNoticesSelected',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: '@tabMine',
        selectedIconPath: '@tabMineSelected',
      },
    ],
  },
});
