import { defineConfig } from 'vitest/config'

/** `npm run bench -- NAME`: prints figures; nothing in it passes or fails on a time. */
export default defineConfig({
  test: {
    include: ['tests/bench/**/*.bench.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 1,
    disableConsoleIntercept: true,
  },
})
