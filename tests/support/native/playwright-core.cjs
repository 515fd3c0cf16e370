module.exports = require('./load.cjs').load('playwright-core');
