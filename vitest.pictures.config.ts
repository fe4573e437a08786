import { defineConfig } from 'vitest/config'

/** `npm run pictures`: draws the pictures of README and docs with a real browser. */
export default defineConfig({
  test: { include: ['tests/pictures/**/*.pictures.ts'], testTimeout: 120_000, maxWorkers: 1 },
})
