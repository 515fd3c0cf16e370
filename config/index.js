/** How Taro builds src/ into dist/weapp. Nothing else is configured here. */
export default {
  projectName: 'jiangmen-women-weapp',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: 'dist/weapp',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: ['@tarojs/plugin-platform-weapp', '@tarojs/plugin-framework-react'],
  mini: { experimental: { compileMode: true } },
};
