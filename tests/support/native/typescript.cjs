module.exports = require('./load.cjs').load('typescript');
