export default defineAppConfig({
  pages: ['pages/home/index', 'pages/events/index'],
  window: { navigationBarTitleText: '江门市妇女网' },
});
