/** Runs as native ES modules: `node --experimental-vm-modules node_modules/jest/bin/jest.js` (see docs/develop.md). */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  // Large packages that hold no state of ours are loaded once a worker instead of once a test file.
  moduleNameMapper: {
    '^(acorn|esbuild|glass-easel-template-compiler|jsdom|playwright-core|postcss|typescript)$':
      '<rootDir>/tests/support/native/$1.cjs',
  },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  testTimeout: 20_000,
  // Much of a test's time is waiting for a program, a browser or the database.
  maxWorkers: '100%',
};
