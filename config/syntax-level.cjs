/**
 * The level of JavaScript that phones are asked to parse: the one place that says it. Babel compiles to it, the
 * minifier keeps it, and the check of dist/weapp parses every script at it. iOS 11 and the Chrome 58 family are the first that
 * read all of ES2017.
 */
module.exports = {
  ecmaVersion: 2017,
  targets: { ios: '11', chrome: '58' },
};
