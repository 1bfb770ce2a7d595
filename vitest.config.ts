import { defineConfig } from 'vitest/config'

// One runner, three projects. `unit` needs nothing; `server` clones a template database for each file; `journeys` drives a browser.
export default defineConfig({
  cacheDir: '.vite',
  test: {
    projects: [
      {
        cacheDir: '.vite',
        test: {
          name: 'unit',
          // One project after the other: they share the machine's processors.
          sequence: { groupOrder: 0 },
          include: [
            'shared/**/*.test.ts',
            'server/**/domain/**/*.test.ts',
            'server/demo/**/*.test.ts',
            'scripts/**/*.test.ts',
            'server/platform/config.test.ts',
            'web/src/**/*.test.{ts,tsx}',
          ],
          pool: 'threads',
        },
      },
      {
        cacheDir: '.vite',
        test: {
          name: 'server',
          sequence: { groupOrder: 1 },
          include: ['server/**/*.test.ts'],
          exclude: ['server/**/domain/**', 'server/demo/**', 'server/platform/config.test.ts'],
          globalSetup: ['server/platform/testing/global-setup.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        cacheDir: '.vite',
        test: {
          name: 'journeys',
          sequence: { groupOrder: 2 },
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/global-setup.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 240_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
