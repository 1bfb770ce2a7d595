import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { openWindow, pageCases, visit } from './pages.ts'
import { readWorld, type World } from './world.ts'

// Every page of the list in pages.ts, wide in Chinese and on a phone in English: it answers, runs without an error, and axe finds no
// violation of WCAG 2.2 AA.
const baseUrl = inject('baseUrl')
const accounts = inject('accounts')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
let browser: Browser
let world: World

beforeAll(async () => {
  browser = await openBrowser()
  world = await readWorld(baseUrl, accounts)
}, 120_000)
afterAll(() => browser.close())

describe.each([
  ['zh', 1440],
  ['en', 390],
] as const)('in %s at %i px', (locale, width) => {
  // Readers keep their windows: signing in is slow on purpose.
  const windows = new Map<string, BrowserContext>()
  afterAll(() => Promise.all([...windows.values()].map((window) => window.close())))

  test.each(pageCases)('$name is whole and open to everybody', async (one) => {
    const window =
      windows.get(one.as) ?? (await openWindow(browser, { baseUrl, accounts, reader: one.as, locale, width }))
    windows.set(one.as, window)
    const page = await window.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && one.status === undefined) errors.push(message.text())
    })
    await visit(page, world, one, locale)
    expect(errors).toEqual([])
    // As tall as the page, so that a bar at the bottom of the screen covers nothing that scrolling would bring up.
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.min(height, 16_000) })
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`),
    ).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, 'scrolls sideways').toBeLessThanOrEqual(1)
    await page.close()
  })
})
