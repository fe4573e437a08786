import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**'],
    // Far above what any test needs, so that only a test that hangs reaches them, however busy the machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // Two cores is the floor: more workers would only make child processes time out.
    maxWorkers: 2,
    reporters: process.env.GAZETTE_TEST_RESULTS ? ['default', ['json', { outputFile: process.env.GAZETTE_TEST_RESULTS }]] : ['default'],
  },
})
