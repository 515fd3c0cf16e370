module.exports = require('./load.cjs').load('glass-easel-template-compiler');
