/** Specs are TypeScript ES modules; SWC compiles them exactly as the build does. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['peerdesk-source', 'node', 'node-addons'] },
  roots: ['<rootDir>/apps', '<rootDir>/libs'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/web/.svelte-kit/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/libs/testing/cluster/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/cluster/global-teardown.mjs',
  // Ends what hangs. How busy the machine is must not decide a test.
  testTimeout: 120_000,
};
