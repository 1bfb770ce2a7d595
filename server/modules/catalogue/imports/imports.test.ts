import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inMarket } from '#server/platform/db.ts'
import { getShopProduct, listShopProducts, submitProduct } from '#shared/catalogue/contract.ts'
import * as contract from '#shared/catalogue/import-contract.ts'
import { type CatalogueWorld, catalogueWorld } from '../testing/world.ts'
import { runImport } from './run.ts'

let world: CatalogueWorld
let where: { market: string; shop: string }
let owner: string
beforeAll(async () => {
  world = await catalogueWorld()
})
afterAll(() => world.close())

async function newShop(): Promise<void> {
  const shop = await world.addShop(world.market, { zh: '导入店', en: 'Import shop' })
  where = { market: world.market.slug, shop: shop.id }
  owner = world.person(shop.organisationId, 'owner')
}

const head = '货号,品名,类目,颜色,尺码,批发价,起订量,库存,成分'
const row = (style: string, size: string, { price = '32.00', stock = '50', colour = '雾蓝' } = {}) =>
  `${style},婴儿纯棉连体衣,连体衣,${colour},${size},${price},10,${stock},棉100%`

async function upload(lines: string[], fileName = '春款.csv') {
  const seller = world.as(owner)
  const body = Buffer.from([head, ...lines].join('\r\n')) as never
  const { id } = await seller.call(contract.uploadImport, { params: where, query: { fileName }, body })
  await world.work()
  return {
    at: { ...where, import: id },
    view: await seller.call(contract.getImport, { params: { ...where, import: id } }),
  }
}
async function confirmed(lines: string[]) {
  const { at, view } = await upload(lines)
  await world
    .as(owner)
    .call(contract.confirmImport, { params: at, body: { version: view.version, submit: false } })
  await world.work()
  return { at, view: await world.as(owner).call(contract.getImport, { params: at }) }
}
const products = async () =>
  (await world.as(owner).call(listShopProducts, { params: where, query: { limit: 100 } })).items

describe('a supplier’s list', () => {
  test('is read, shown row by row with what is wrong, corrected in place, and written as drafts', async () => {
    await newShop()
    const seller = world.as(owner)
    const { at, view } = await upload([row('A1', '66'), row('A1', '73'), row('A2', '80', { price: '面议' })])
    expect(view).toMatchObject({
      state: 'ready',
      counts: { rows: 3, error: 1, products: 1, productsRefused: 1 },
    })
    const wrong = await seller.call(contract.listImportRows, { params: at, query: { filter: 'error' } })
    expect(wrong.items.map((item) => item.row)).toEqual([4])
    const file = await world.app.inject({
      url: `/api/v1/markets/${at.market}/shops/${at.shop}/imports/${at.import}/rejected`,
      headers: { authorization: `Bearer ${owner}` },
    })
    expect(file.body).toContain('面议')
    const column = wrong.items[0]?.written.indexOf('面议') ?? -1
    const cells = [{ row: 4, column, value: '28.50' }]
    await seller.call(contract.patchImportCells, { params: at, body: { version: view.version, cells } })
    await world.work()
    const corrected = await seller.call(contract.getImport, { params: at })
    expect(corrected).toMatchObject({ state: 'ready', counts: { error: 0, products: 2 } })
    await seller.call(contract.confirmImport, {
      params: at,
      body: { version: corrected.version, submit: false },
    })
    await world.work()
    expect(await seller.call(contract.getImport, { params: at })).toMatchObject({
      state: 'done',
      progress: { total: 2, created: 2, updated: 0, failed: 0 },
    })
    expect(await products()).toMatchObject([
      { styleNo: 'A2', status: 'draft', lowest: { amount: 2850, currency: 'CNY' } },
      { styleNo: 'A1', skuCount: 2, available: 100 },
    ])
  })

  test('uploaded again changes nothing; changed, it updates what it names and takes no cell away', async () => {
    await newShop()
    const lines = [row('B1', '66'), row('B1', '73')]
    await confirmed(lines)
    expect((await confirmed(lines)).view.progress).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    const { view } = await confirmed([row('B1', '73', { stock: '7', price: '30' })])
    expect(view.progress).toMatchObject({ updated: 1 })
    expect(await products()).toMatchObject([
      { styleNo: 'B1', skuCount: 2, available: 57, lowest: { amount: 3000 } },
    ])
  })

  test('that changes the price of a style that the shop has says so before it is written', async () => {
    await newShop()
    await confirmed([row('P1', '66'), row('P1', '73')])
    const { at, view } = await upload([row('P1', '73', { price: '28.50' }), row('P2', '73')])
    expect(view.counts).toMatchObject({ warning: 1, error: 0 })
    const { items } = await world
      .as(owner)
      .call(contract.listImportRows, { params: at, query: { filter: 'warning' } })
    const told = items[0]?.cells.find(({ code }) => code === 'price-changes')
    expect(told?.facts).toMatchObject({ styleNo: 'P1', before: '32.00', after: '28.50' })
  })

  test('a second list of the same shape is read as the first one was confirmed', async () => {
    await newShop()
    const seller = world.as(owner)
    const { at, view } = await upload([row('C1', '66')])
    if (!view.mapping) throw new Error('not read')
    const { columns, categories, constants } = view.mapping
    const body = { version: view.version, columns, categories, constants: { ...constants, leadTimeDays: 9 } }
    await seller.call(contract.putImportMapping, { params: at, body })
    await world.work()
    const again = await seller.call(contract.getImport, { params: at })
    await seller.call(contract.confirmImport, { params: at, body: { version: again.version, submit: false } })
    const next = await upload([row('C2', '66')])
    expect(next.view.mapping?.constants.leadTimeDays).toBe(9)
  })

  test('is refused with a reason when it is no list, and an outdated version is refused', async () => {
    await newShop()
    const body = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]) as never
    const { id } = await world
      .as(owner)
      .call(contract.uploadImport, { params: where, query: { fileName: 'a.xls' }, body })
    await world.work()
    expect(
      await world.as(owner).call(contract.getImport, { params: { ...where, import: id } }),
    ).toMatchObject({
      state: 'refused',
      refusal: { code: 'catalogue/import-old-xls' },
    })
    const { at, view } = await upload([row('D1', '66')])
    const confirm = { params: at, body: { version: view.version - 1, submit: false } }
    expect(await world.as(owner).refused(contract.confirmImport, confirm)).toMatchObject({
      code: 'request/changed-meanwhile',
    })
    const stranger = world.as(world.person('org_x', 'owner'))
    expect(await stranger.refused(contract.getImport, { params: at })).toMatchObject({ status: 404 })
  })
})

test('a title above the headings is no row of the list: the view says where the list begins', async () => {
  await newShop()
  const seller = world.as(owner)
  const body = Buffer.from(['海星童装 2026 秋冬报价单', head, row('A1', '80')].join('\r\n')) as never
  const { id } = await seller.call(contract.uploadImport, {
    params: where,
    query: { fileName: '报价.csv' },
    body,
  })
  await world.work()
  const view = await seller.call(contract.getImport, { params: { ...where, import: id } })
  expect(view.layout?.firstRow).toBe(3)
  expect(view.counts.rows).toBe(1)
})

describe('a market that carries some categories only', () => {
  test('takes goods of others as drafts, says so in their rows, and refuses them at review', async () => {
    const market = await world.addMarket('shoes-only', undefined, ['shoes'])
    const shop = await world.addShop(market, { zh: '鞋店', en: 'Shoe shop' })
    where = { market: market.slug, shop: shop.id }
    owner = world.person(shop.organisationId, 'owner')
    const { at, view } = await upload([row('R1', '66')])
    expect(view).toMatchObject({ counts: { warning: 1, products: 1 } })
    const seller = world.as(owner)
    const body = { version: view.version, submit: true }
    await seller.call(contract.confirmImport, { params: at, body })
    await world.work()
    const [product] = await products()
    expect(product).toMatchObject({ styleNo: 'R1', status: 'draft' })
    const params = { ...where, product: product?.id ?? '' }
    const whole = await seller.call(getShopProduct, { params })
    expect(whole.problems).toContainEqual(
      expect.objectContaining({ code: 'catalogue/category-not-carried', pointer: '/categoryId' }),
    )
    const refused = await seller.refused(submitProduct, { params, body: { version: whole.version } })
    expect(refused).toMatchObject({ code: 'catalogue/listing-has-errors' })
  })
})

test('a style of the list that is in review is left as it is, named with the reason, and comes back in the file', async () => {
  await newShop()
  await confirmed([row('V1', '66')])
  await world.inTransaction((tx) =>
    tx.execute(
      `update products set status = 'in_review' where shop_id = '${where.shop}' and style_no = 'V1'`,
    ),
  )
  const { at, view } = await confirmed([row('V1', '66', { stock: '7' }), row('V2', '66')])
  expect(view).toMatchObject({ progress: { created: 1, failed: 1 } })
  expect(view.troubled).toMatchObject([{ styleNo: 'V1', problem: { title: { zh: expect.any(String) } } }])
  const file = await world.app.inject({
    url: `/api/v1/markets/${at.market}/shops/${at.shop}/imports/${at.import}/rejected`,
    headers: { authorization: `Bearer ${owner}`, 'accept-language': 'en' },
  })
  expect(file.body).toContain('V1,')
  expect(file.body).toContain(view.troubled[0]?.problem?.title.en)
  expect(file.body).not.toContain('V2,')
})

test('nothing is half written: several runs of one list at once write each product once, a deleted list stops', async () => {
  await newShop()
  const lines = Array.from({ length: 60 }, (_, index) => [
    row(`E${index}`, '66'),
    row(`E${index}`, '73'),
  ]).flat()
  const { at, view } = await upload(lines)
  await world
    .as(owner)
    .call(contract.confirmImport, { params: at, body: { version: view.version, submit: false } })
  const job = { marketId: world.market.id, importId: at.import }
  const deps = {
    ...world.resources,
    neighbours: world.neighbours,
    book: world.catalogue.book,
    rules: world.catalogue.rules,
  }
  await Promise.all([runImport(deps, job), runImport(deps, job), world.work()])
  const done = await world.as(owner).call(contract.getImport, { params: at })
  expect(done).toMatchObject({ state: 'done', progress: { total: 60, created: 60, failed: 0 } })
  const whole = await inMarket(world.db.database, world.market.id, (tx) =>
    tx.execute<{ count: number }>(
      `select count(*)::int as count from (select p.id from products p join skus s on s.product_id = p.id
        where p.shop_id = '${where.shop}' group by p.id having count(*) = 2) x`,
    ),
  )
  expect(whole.rows[0]?.count).toBe(60)
  await world.as(owner).call(contract.deleteImport, { params: at })
  await expect(runImport(deps, job)).resolves.toBeUndefined()
})
