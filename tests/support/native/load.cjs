const { runInThisContext } = require('node:vm');

/** The process itself: jest hands out a copy of it. */
const nodeProcess = runInThisContext('process');
const requireOnce = nodeProcess.getBuiltinModule('node:module').createRequire(__filename);

/**
 * Loads a package by Node itself, once a process. Jest reads and runs everything anew for each test file, which takes
 * a second for each of the large ones.
 */
exports.load = (name) => requireOnce(name);
