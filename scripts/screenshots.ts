/**
 * `npm run screenshots -- [folder] [name …]`: pictures of every page in both languages, wide and on a phone, from a program started
 * on an empty data folder. With names, only of the pages whose name begins so. With PAGES_URL and PAGES_ACCOUNTS (the file of demo
 * accounts), of a program that already runs.
 */
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import type { Locale } from '#shared/text.ts'
import { openBrowser } from '../e2e/browser.ts'
import { locales, openWindow, pageCases, visit, widths } from '../e2e/pages.ts'
import { openProgram } from '../e2e/program.ts'
import { readWorld, type World } from '../e2e/world.ts'

const [folderAsked, ...names] = process.argv.slice(2)
const folder = folderAsked ? resolve(folderAsked) : await mkdtemp(join(tmpdir(), 'jishi-pictures-'))
const chosen = pageCases.filter(
  (one) => names.length === 0 || names.some((name) => one.name.startsWith(name)),
)

await mkdir(folder, { recursive: true })
const program = await openProgram()
const browser = await openBrowser()
const failures: string[] = []
try {
  const world = await readWorld(program.baseUrl, program.accounts)
  for (const width of widths) for (const locale of locales) await takeAll(browser, world, width, locale)
} finally {
  await browser.close()
  await program.stop()
}
process.stdout.write(
  `${chosen.length * widths.length * locales.length - failures.length} pictures in ${folder}\n`,
)
if (failures.length > 0) {
  process.stderr.write(`${failures.join('\n')}\n`)
  process.exit(1)
}

/** All chosen pages in one language and width. Readers keep their windows: signing in is slow on purpose. */
async function takeAll(browser: Browser, world: World, width: number, locale: Locale): Promise<void> {
  for (const reader of new Set(chosen.map((one) => one.as))) {
    const context = await openWindow(browser, { ...program, reader, locale, width })
    for (const one of chosen.filter((each) => each.as === reader)) {
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error' && one.status === undefined) errors.push(message.text())
      })
      try {
        await visit(page, world, one, locale)
        const picture = await page.screenshot({ fullPage: true })
        await sharp(picture)
          .resize({
            width: Math.min(width * 2, 1440),
            height: 16_000,
            fit: 'inside',
            withoutEnlargement: true,
          })
          .webp({ quality: 78 })
          .toFile(join(folder, `${one.name}-${locale}-${width}.webp`))
      } catch (error) {
        errors.push(error instanceof Error ? error.message : String(error))
      }
      if (errors.length > 0)
        failures.push(`${one.name} ${locale} ${width}: ${errors.join('; ').slice(0, 500)}`)
      await page.close()
    }
    await context.close()
  }
}
