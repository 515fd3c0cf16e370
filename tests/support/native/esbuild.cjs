const esbuild = require('./load.cjs').load('esbuild');

/** By options: what was bundled for one test file is as good for the next. */
esbuild.results ??= new Map();

exports.build = (options) => {
  const key = JSON.stringify(options);
  const result = esbuild.results.get(key) ?? esbuild.build(options);
  esbuild.results.set(key, result);
  return result;
};
