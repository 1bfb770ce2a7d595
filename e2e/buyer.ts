import type { Page } from 'playwright-core'
import { alive } from './people.ts'

/** Types words into the search box of the page that is open and presses Enter. */
export async function search(page: Page, words: string): Promise<void> {
  const box = page.getByRole('banner').getByRole('combobox')
  await box.fill(words)
  await box.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('q') === words)
  await page.getByRole('heading', { level: 1, name: words }).waitFor()
}

/** How many styles the heading of a search says there are. */
export async function styleCount(page: Page): Promise<number> {
  const text = await page
    .getByText(/^[\d,]+\s*(款|styles)/)
    .first()
    .innerText()
  return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''))
}

/** Ticks a value of a filter, unfolding the list where it has a tail; returns how many styles the value promises. */
export async function chooseFilter(page: Page, filter: string, value: string): Promise<number> {
  const group = page.getByRole('group', { name: filter })
  await group.getByRole('listitem').first().waitFor()
  const tail = group.getByRole('button', { expanded: false })
  if (await tail.isVisible()) await tail.click()
  const line = group.getByRole('listitem').filter({ hasText: new RegExp(`^${value}\\s*\\d+$`) })
  const promised = Number(/\d+$/.exec(await line.innerText())?.[0])
  await line.getByRole('checkbox').click()
  return promised
}

/** Fills cells of the matrix until at least `quantity` pieces are chosen, never more than a cell has in stock, and puts them into the cart. */
export async function fillMatrix(page: Page, quantity: number): Promise<number> {
  const cells = page.getByLabel(/，库存 \d+$/).filter({ visible: true })
  await cells.first().waitFor()
  let chosen = 0
  for (const cell of await cells.all()) {
    if (chosen >= quantity) break
    const stock = Number(/\d+$/.exec((await cell.getAttribute('aria-label')) ?? '')?.[0])
    const pieces = Math.min(stock, Math.ceil(quantity / 2), quantity - chosen)
    await cell.fill(String(pieces))
    chosen += pieces
  }
  await page.getByRole('button', { name: '加入进货单' }).filter({ visible: true }).first().click()
  await page.getByText(`已加入进货单：${chosen} 件`).waitFor()
  return chosen
}

/** From the toast into the cart, over the checkout to the institution's page, pays there, and comes back to the purchase. */
export async function checkOutAndPay(page: Page): Promise<void> {
  await page.getByRole('status').getByRole('link', { name: '去进货单' }).last().click()
  await page.getByRole('heading', { name: '进货单', level: 1 }).waitFor()
  await page.getByRole('button', { name: '去结算（2 家店）' }).click()
  await page.getByRole('heading', { name: '确认下单' }).waitFor()
  await page.getByText('在线支付', { exact: true }).click()
  await page.getByRole('button', { name: '提交订单，去支付' }).click()
  await page.waitForURL(/\/pay\/cs_test_/)
  await page.getByRole('button', { name: /^付款成功/ }).click()
  await page.waitForURL(/\/purchases\/pur_/)
  await alive(page)
  await page.getByRole('heading', { name: /^已付款/ }).waitFor()
}

/** The number of the order that a purchase has with a shop. */
export async function orderNumberOf(page: Page, shop: string): Promise<string> {
  const row = page.getByRole('row', { name: new RegExp(shop) })
  return (await row.getByRole('link', { name: /^JS\d{6}-\d+-\d+$/ }).innerText()).trim()
}

export async function openOrder(page: Page, orderNumber: string): Promise<void> {
  await page.getByRole('banner').getByRole('link', { name: '订单' }).click()
  await page.getByRole('link', { name: orderNumber, exact: true }).click()
  await page.getByText('现在可以做').waitFor()
}

/** Counts a part that arrived: all of it, as the dialog proposes. */
export async function receivePart(page: Page, no: number): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^点收第 ${no} 批`) }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^登记实收/ })
    .click()
  await page.getByText(new RegExp(`第 ${no} 批已登记实收`)).waitFor()
}

/** Confirms receipt and stays on the page until it says that the shop has its money. */
export async function confirmReceipt(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^确认收货，放款/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^确认收货，放款/ })
    .click()
  await page.getByRole('heading', { name: '订单完成，货款已放给店铺' }).waitFor()
}
