import type { Page } from 'playwright-core'
import { alive, chooseFiles, openMail, photograph, visit } from './people.ts'
import { ownStyles, supplierFile } from './supplier-file.ts'

/** A new enterprise, as its licence and its owner say it. */
export type NewShop = {
  owner: string
  email: string
  password: string
  company: string
  creditCode: string
  shop: { zh: string; en: string }
}

/** From the market's home page to an account of one's own; the address is confirmed with the link in the mail. Returns the tab it leads to. */
export async function register(
  page: Page,
  market: string,
  { owner, email, password }: NewShop,
): Promise<Page> {
  await visit(page, `/m/${market}`)
  await page.getByRole('link', { name: '我要开店' }).first().click()
  await page.getByRole('link', { name: '免费注册' }).click()
  await page.getByLabel('你的姓名').fill(owner)
  await page.getByLabel('邮箱').fill(email)
  await page.getByRole('button', { name: '发送确认邮件' }).click()
  await page.getByRole('heading', { name: '请查收邮件' }).waitFor()
  const { tab, mail } = await openMail(page, email)
  await mail.getByRole('link').click()
  await tab.getByRole('heading', { name: '设置密码，启用账号' }).waitFor()
  await alive(tab)
  await tab.getByLabel('设置密码').fill(password)
  await tab.getByRole('button', { name: '启用账号' }).click()
  await tab.getByRole('heading', { name: '你来做什么？' }).waitFor()
  return tab
}

/** Founds the enterprise and hands in the application: identity as on the licence, its picture, the shop, and all of it once more. */
export async function applyForShop(page: Page, marketName: string, given: NewShop): Promise<void> {
  const next = page.getByRole('button', { name: '保存，下一步' })
  await page.getByText('我要开店', { exact: true }).click()
  await page.getByLabel('公司或店名（中文）').fill(given.company)
  await page.getByLabel('入驻哪个市场').selectOption({ label: marketName })
  await page.getByRole('button', { name: '下一步：填写入驻申请' }).click()
  await page.getByRole('heading', { name: '我要开店', level: 1 }).waitFor()
  await alive(page)
  await page.getByRole('radio', { name: given.company }).waitFor()
  await next.click()
  await page.getByLabel('统一社会信用代码').fill(given.creditCode)
  await page.getByText('代码格式与校验位都正确').waitFor()
  await page.getByLabel('名称', { exact: true }).fill(given.company)
  await page.getByLabel('类型').selectOption({ label: '有限责任公司' })
  await page.getByLabel('法定代表人 / 经营者').fill(given.owner)
  await page.getByLabel('成立日期').fill('2019-04-18')
  await page.getByLabel('注册资本').fill('壹佰万元整')
  await page.getByLabel('住所 / 经营场所').fill('福建省石狮市灵秀镇童装城 2 号馆 3F-118')
  await page.getByLabel('经营范围').fill('儿童服装、婴幼儿服装的设计、生产和销售')
  await next.click()
  await chooseFiles(
    page,
    page.getByRole('button', { name: '选择文件' }),
    await photograph('营业执照.jpg', '#f7f3e8'),
  )
  await page.getByText('执照已上传').waitFor()
  await next.click()
  await page.getByLabel('店铺名称').fill(given.shop.zh)
  await page.getByLabel('英文店名').fill(given.shop.en)
  await page.getByLabel('店铺简介').fill('八年做婴幼儿连体衣，自己打版、自己缝。')
  await page.getByLabel('连体衣/爬服').check()
  await page.getByLabel('联系电话').fill('13905950012')
  await next.click()
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByRole('heading', { name: '申请审核中' }).waitFor()
}

/** What the seller sees on the way into the catalogue. */
export type ImportFound = { rows: string; problems: string[] }

/** Uploads the supplier's list, looks at what its columns mean, mends the one cell that can be mended, and imports what is good. */
export async function importList(page: Page): Promise<ImportFound> {
  await page.getByRole('link', { name: '批量导入' }).first().click()
  await chooseFiles(page, page.getByRole('button', { name: '选择文件' }), supplierFile())
  await page.getByRole('heading', { name: '每一列是什么？' }).waitFor()
  const fabric = page.getByLabel('对应到 主面料').locator('option:checked')
  if ((await fabric.textContent()) !== '主面料') throw new Error('the column of fabrics was not understood')
  await page.getByRole('button', { name: '检查每一行' }).click()
  await page.getByRole('button', { name: '导入这 6 行' }).waitFor()
  await page.getByRole('button', { name: /充足/ }).waitFor()
  const found = {
    rows: (await page.getByRole('img', { name: /行可导入/ }).getAttribute('aria-label')) ?? '',
    problems: await page.getByRole('group', { name: '按问题筛选' }).getByRole('button').allInnerTexts(),
  }
  await page.getByRole('button', { name: /充足/ }).click()
  await page.getByLabel(/修改后的内容$/).fill('500')
  await page.getByRole('button', { name: '改这一处' }).click()
  await page.getByRole('button', { name: '导入这 7 行' }).click()
  await page.getByRole('heading', { name: '导入完成' }).waitFor()
  return found
}

/** Records the laboratory's report that GB 31701 asks for before an infant's garment may be listed. */
export async function recordTestReport(page: Page): Promise<void> {
  await page.getByRole('link', { name: '检测报告' }).click()
  await page.getByRole('button', { name: '登记报告' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('报告编号').fill('FZ2026-118801')
  await dialog.getByLabel('检测机构').fill('福建省纤维检验中心')
  await dialog.getByLabel('签发日期').fill('2026-09-01')
  await dialog.getByLabel('覆盖的货号').fill(ownStyles.romper)
  await dialog.getByLabel('报告图片').setInputFiles(await photograph('报告.jpg', '#ffffff'))
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('cell', { name: 'FZ2026-118801', exact: true }).waitFor()
}

/** Opens the imported draft, adds what the list did not say and what buyers look at, and hands it to review. */
export async function completeAndSubmit(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: '商品', exact: true }).click()
  await page.getByRole('link', { name: title }).click()
  await page.getByText('FZ2026-118801').waitFor()
  await chooseFiles(page, page.getByRole('button', { name: '把图片拖到这里，或点击选择' }), [
    await photograph('正面.jpg', '#f3e6c8'),
    await photograph('背面.jpg', '#cfe0ee'),
  ])
  await page.getByRole('img', { name: '第 2 张图片' }).waitFor()
  await page.getByLabel('标注“婴幼儿用品”').selectOption({ label: '是' })
  await page.getByLabel('直接接触皮肤').selectOption({ label: '是' })
  await page.getByLabel('头颈部有绳带').selectOption({ label: '否' })
  await page.getByText('可以提交审核').waitFor()
  await page.getByRole('button', { name: '提交审核' }).click()
  await page
    .getByRole('row', { name: new RegExp(title) })
    .getByText('审核中')
    .waitFor()
}

/** Follows the warning on the first page of the workbench to the freight template, and charges by weight everywhere. */
export async function setFreight(page: Page): Promise<void> {
  await page.getByRole('link', { name: '今日' }).click()
  await page.getByRole('link', { name: '去设运费' }).click()
  await page.getByLabel('怎么收').selectOption({ label: '按价目' })
  await page.getByLabel('首费').fill('8')
  await page.getByLabel('续费').fill('2')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存').first().waitFor()
}

/** From the workbench's list of orders to one order, with its dialog for shipping open. */
export async function openShipping(page: Page, orderNumber: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: /^订单/ }).click()
  const row = page.getByRole('row', { name: new RegExp(orderNumber) })
  await row.getByRole('link', { name: '发货' }).click()
  await page.getByRole('dialog').waitFor()
}

/** Ships the given share of what is open in each cell, rounded up, and waits until the part stands on the order's page. */
export async function shipPart(page: Page, no: number, share: number, trackingNo: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: '发货', exact: true }).click()
  const cells = dialog.getByLabel(/未发 [\d,]+ 件$/)
  await cells.first().waitFor()
  for (const cell of await cells.all())
    await cell.fill(String(Math.ceil(Number(await cell.inputValue()) * share)))
  await dialog.getByLabel('承运商').selectOption({ label: '顺丰速运' })
  await dialog.getByLabel('运单号').fill(trackingNo)
  await dialog.getByRole('button', { name: /^发出 \d+ 件$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(`第 ${no} 批`, { exact: true }).waitFor()
  await page.getByText(trackingNo).first().waitFor()
}

/** From the warning on the workbench's first page to the institution's own page, through it, and back to the money, which is then sent. */
export async function openPayoutAccount(page: Page): Promise<void> {
  await page.getByRole('link', { name: '去办收款账户' }).click()
  await page.getByText('还没有收款账户', { exact: true }).waitFor()
  await page.getByRole('button', { name: '开通收款账户' }).click()
  await page.waitForURL(/\/onboarding\//)
  await page.getByRole('button', { name: '提交资料，开通账户' }).click()
  await page.waitForURL(/\/money\?account=returned/)
  await alive(page)
  await page.getByText('收款账户已开通，放款后自动到账').waitFor()
}
