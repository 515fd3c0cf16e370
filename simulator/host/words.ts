/** All words that the phone itself shows. */
export const WORDS = {
  back: '返回',
  home: '回到首页',
  menu: '更多',
  close: '关闭',
  confirm: '确定',
  cancel: '取消',
  loading: '正在加载',
  refreshing: '正在刷新',
} as const;
