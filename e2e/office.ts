import type { Page } from 'playwright-core'

/** Finds the application in the queue, compares it with the licence, and records the verification. */
export async function verifyApplication(page: Page, shop: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '入驻审核' }).click()
  await page
    .getByRole('row', { name: new RegExp(shop) })
    .getByRole('link', { name: '去处理' })
    .click()
  await page.getByRole('heading', { name: shop, level: 1 }).waitFor()
  await page.getByRole('img', { name: '营业执照' }).waitFor()
  await page.getByText('核对无误', { exact: true }).first().click()
  await page.getByRole('button', { name: '确认核对无误' }).click()
  await page.getByText('已核对，待准入').first().waitFor()
}

/** Admits a verified application that is open: the shop exists from here on. */
export async function admitApplication(page: Page): Promise<void> {
  await page.getByText('准入', { exact: true }).click()
  await page.getByRole('button', { name: '准入并开店' }).click()
  await page.getByText('已准入，店铺已开通').waitFor()
}

/** Looks at a listing as buyers will see it and approves it; the queue goes on without it. */
export async function approveListing(page: Page, title: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^商品审核/ })
    .click()
  const row = page.getByRole('row', { name: new RegExp(title) })
  await row.getByRole('link', { name: '去审核' }).click()
  await page.getByText('规则检查没有发现问题').waitFor()
  await page.getByRole('button', { name: '通过，上架' }).click()
  await page.waitForURL((url) => url.pathname.endsWith('/reviews'))
  await row.waitFor({ state: 'detached' })
}
