module.exports = require('./load.cjs').load('postcss');
