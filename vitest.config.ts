import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // All cores: by default one is kept free, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // One Chromium at a time: two cores are busy with one.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A second, as it is without, is little for a machine that is busy.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
