import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/bench/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores is the floor: more workers would only make child processes time out.
    maxWorkers: 2,
    reporters: process.env.GAZETTE_TEST_RESULTS ? ['default', ['json', { outputFile: process.env.GAZETTE_TEST_RESULTS }]] : ['default'],
  },
})
