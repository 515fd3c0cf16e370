module.exports = require('./load.cjs').load('jsdom');
