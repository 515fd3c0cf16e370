/** All words of the page around the phone that do not stand in desk.html. */
export const DESK_WORDS = {
  about: (pages: number) => `真实的微信小程序构建，共 ${pages} 个页面，在浏览器里运行。`,
  calls: '接口调用',
  setData: '渲染数据',
  errors: '错误',
  noCalls: '还没有调用微信接口',
  noSetData: '还没有 setData',
  noErrors: '没有错误，也没有警告',
  outcomes: {
    pending: '进行中',
    ok: '成功',
    fail: '失败',
    returned: '已返回',
    threw: '抛出',
  },
  levels: { error: '错误', warning: '警告' },
  sources: {
    program: '小程序',
    framework: '框架',
    compiler: '编译',
    simulator: '模拟器',
    console: '控制台',
  },
  bytes: (count: number) => (count < 1024 ? `${count} B` : `${(count / 1024).toFixed(1)} KB`),
  at: (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} 秒`,
  noShare: '这一页不能转发',
  noPull: '这一页不能下拉刷新',
} as const;
