/** What the phone says where it would have left the program. */
export const DEVICE_WORDS = {
  phone: (number: string) => `拨打电话 ${number}`,
  map: (name: string, latitude: number, longitude: number) =>
    `打开地图 ${name} ${latitude}, ${longitude}`,
  copied: '内容已复制',
  calendar: (title: string) => `已添加到日历 ${title}`,
  saved: '已保存到相册',
  scanned: (text: string) => `扫到 ${text}`,
  shareImage: '转发图片',
  shareFile: (name: string) => `转发文件 ${name}`,
  article: (url: string) => `打开公众号文章 ${url}`,
  program: (appId: string) => `打开小程序 ${appId}`,
  service: '打开微信客服',
} as const;
