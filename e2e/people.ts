/// <reference lib="dom" />
import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import type { DemoAccount } from './program.ts'

/** Milliseconds that a person would wait for a page or an answer on a slow machine. */
export const patienceMs = 60_000

/** A window of somebody new, wide as a desk's. Its pages fail loudly: an error in the browser's script is kept in `faults`. */
export async function openPerson(
  browser: Browser,
  baseUrl: string,
  faults: string[],
  locale: 'zh-CN' | 'en-GB' = 'zh-CN',
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: baseUrl,
    locale,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  return page
}

/**
 * Waits until a page that came as a whole listens to clicks: the server's HTML stands there before its script does. React hydrates in one
 * go, so an element it has taken over means that all are.
 */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const first = document.querySelector('#app > *')
    return first !== null && Object.keys(first).some((key) => key.startsWith('__reactFiber$'))
  })
}

/** Types an address into the address bar. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await alive(page)
}

export function accountOf(
  accounts: readonly DemoAccount[],
  fits: Partial<Pick<DemoAccount, 'role' | 'market' | 'organisation'>>,
): DemoAccount {
  const found = accounts.find((account) =>
    (['role', 'market', 'organisation'] as const).every(
      (key) => fits[key] === undefined || fits[key] === account[key],
    ),
  )
  if (found === undefined) throw new Error(`the demo has nobody who is ${JSON.stringify(fits)}`)
  return found
}

/** Signs in on the page for it, without having asked for another page before. */
export async function signIn(page: Page, { email, password }: DemoAccount): Promise<void> {
  await visit(page, '/sign-in')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await alive(page)
}

/** The newest mail to an address, opened in a tab of its own from the outbox that development has. */
export async function openMail(page: Page, to: string): Promise<{ tab: Page; mail: Locator }> {
  const tab = await page.context().newPage()
  await tab.goto('/dev/outbox')
  const mail = tab.getByRole('article').filter({ hasText: to }).first()
  await mail.waitFor()
  return { tab, mail }
}

type Upload = { name: string; mimeType: string; buffer: Buffer }

/** Presses what opens the system's file dialog and picks files in it. */
export async function chooseFiles(page: Page, opener: Locator, files: Upload | Upload[]): Promise<void> {
  const dialog = page.waitForEvent('filechooser')
  await opener.click()
  await (await dialog).setFiles(files)
}

/** A photograph of something, one colour being as good as another. */
export async function photograph(name: string, colour: string): Promise<Upload> {
  const buffer = await sharp({ create: { width: 900, height: 1125, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}
