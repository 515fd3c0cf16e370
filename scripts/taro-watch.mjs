/** Builds the mini-program again whenever a source changes. Forked by dev.mjs, and never outlives it. */
import { createRequire } from 'node:module';

process.once('disconnect', () => process.exit());
process.argv.splice(2, process.argv.length, 'build', '--type', 'weapp', '--watch');
createRequire(import.meta.url)('@tarojs/cli/bin/taro');
