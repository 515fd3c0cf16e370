import path from 'node:path';
import { ariaComponents } from './accessibility.js';
import { ReportBuild } from './report-build.js';
import syntaxLevel from './syntax-level.cjs';

const root = path.resolve(import.meta.dirname, '..');
const fromRoot = (...parts) => path.resolve(root, ...parts);

/** What a build may be told, and what it is without. docs/develop.md explains each. */
const BUILD_SETTINGS = {
  TARO_APP_TRANSPORT: 'request',
  TARO_APP_ENDPOINT: 'http://127.0.0.1:8787',
  TARO_APP_CLOUD_ENV: '',
  TARO_APP_CLOUD_SERVICE: '',
};

/** A folder below dist/: `npm run dev` builds beside what `npm start` and the tests use. */
const outputRoot = `dist/${process.env.WEAPP_FOLDER || 'weapp'}`;

const env = Object.fromEntries(
  Object.entries(BUILD_SETTINGS).map(([name, standard]) => [
    name,
    JSON.stringify(process.env[name] || standard),
  ]),
);

/** How Taro builds src/ into dist/weapp. */
export default {
  projectName: 'jiangmen-women-weapp',
  date: '2026-11-23',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  env,
  plugins: [
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-framework-react',
    ['@tarojs/plugin-inject', { components: ariaComponents }],
  ],
  copy: { patterns: [{ from: 'src/assets/', to: `${outputRoot}/assets/` }], options: {} },
  terser: {
    config: {
      parse: { ecma: syntaxLevel.ecmaVersion },
      compress: { ecma: syntaxLevel.ecmaVersion, passes: 2 },
      output: { ecma: syntaxLevel.ecmaVersion, ascii_only: false },
    },
  },
  mini: {
    experimental: { compileMode: true },
    // A cell of a table, the deepest view, stands on the seventh level; Taro writes every template once a level.
    baseLevel: 10,
    compile: {
      // Outside src/, and shipped with newer syntax than phones can parse.
      include: [fromRoot('rules'), fromRoot('types/generated'), fromRoot('node_modules/@tanstack')],
    },
    postcss: { url: { enable: false } },
    // Every part has class names of its own, so the order of their styles doesn't matter.
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain, webpack) {
      // Without an AbortController a query stays pending for ever, silently; a mini-program has none.
      chain
        .plugin('abort-controller')
        .use(webpack.ProvidePlugin, [
          { AbortController: [fromRoot('src/platform/abort-controller.ts'), 'AbortController'] },
        ]);
      if (process.send) chain.plugin('report-build').use(ReportBuild);
    },
  },
};
