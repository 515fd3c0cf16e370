export default definePageConfig({
  navigationBarTitleText: '文章',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
