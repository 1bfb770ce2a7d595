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
          include: ['shared/**/*.test.ts', 'server/**/domain/**/*.test.ts', 'server/demo/**/*.test.ts', 'web/src/**/*.test.{ts,tsx}'],
          pool: 'threads',
        },
      },
    ],
  },
})
