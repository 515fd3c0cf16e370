module.exports = require('./load.cjs').load('acorn');
