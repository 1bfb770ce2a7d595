import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ProductDraft } from '#shared/catalogue/product.ts'
import { checkCreditCode } from '#shared/enterprises/credit-code.ts'
import { canWrite } from '../drawing/sheets/text.ts'
import { DrawingSpec } from '../drawing/spec.ts'
import { garmentBlueprints } from './garment-blueprints.ts'
import { makeWorld } from './make-world.ts'
import { orderStates } from './order-types.ts'
import { shades } from './palette.ts'
import { shoeBlueprints } from './shoe-blueprints.ts'
import { powers } from './types.ts'

const today = new Date('2026-11-24T02:00:00Z')
const world = makeWorld(1, today)
const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const products = new Map(world.products.map((product) => [product.key, product]))
const orders = world.purchases.flatMap((purchase) =>
  purchase.orders.map((order) => ({ ...order, placedAt: purchase.placedAt, market: purchase.market })),
)

test('the same seed and day give the same world; another seed another one', () => {
  expect(hash(makeWorld(1, today))).toBe(hash(world))
  const other = makeWorld(2, today)
  for (const part of ['enterprises', 'shops', 'products', 'purchases', 'people'] as const) {
    expect(hash(other[part].slice(0, 50)), part).not.toBe(hash(world[part].slice(0, 50)))
  }
}, 30_000)

test('the world has the promised numbers', () => {
  expect(world.products).toHaveLength(3000)
  expect(world.shops.filter(({ market }) => market === 'market-shishi-kids')).toHaveLength(36)
  expect(world.shops.filter(({ market }) => market === 'market-fujian-shoes')).toHaveLength(24)
  expect(orders).toHaveLength(400)
  expect(new Set(orders.map(({ state }) => state))).toEqual(new Set(orderStates))
  expect(
    world.products.filter(({ draft }) => draft.skus.length >= 100 && draft.skus.length <= 400).length,
  ).toBeGreaterThanOrEqual(6)
  for (const status of ['draft', 'in_review', 'sent_back'] as const)
    expect(world.products.some((product) => product.status === status)).toBe(true)
})

describe('products', () => {
  test('every draft is one that an editor could send, its tiers rise in quantity and fall in price', () => {
    for (const { draft } of world.products) {
      expect(ProductDraft.safeParse(draft).error?.issues ?? [], draft.title.zh).toEqual([])
      for (const [i, tier] of draft.tiers.entries()) {
        const before = draft.tiers[i - 1]
        if (!before) expect(tier.minQuantity).toBeLessThanOrEqual(draft.moq)
        else
          expect(
            tier.minQuantity > before.minQuantity && tier.unitPrice < before.unitPrice,
            draft.styleNo,
          ).toBe(true)
      }
    }
  })

  test('style numbers are unique in a shop, article numbers in a product', () => {
    const seen = new Set(world.products.map(({ shop, draft }) => `${shop}/${draft.styleNo}`))
    expect(seen.size).toBe(world.products.length)
    for (const { draft } of world.products)
      expect(new Set(draft.skus.map(({ articleNo }) => articleNo)).size).toBe(draft.skus.length)
  })

  test('the main picture is drawn in the type and colour that the title names', () => {
    const names = new Map(
      [...garmentBlueprints, ...shoeBlueprints].map((blueprint) => [
        `${blueprint.type}/${blueprint.name.zh}`,
        blueprint,
      ]),
    )
    const hexOf = new Map(Object.values(shades).map((shade) => [shade.hex, shade]))
    for (const { draft, pictures } of world.products) {
      const [main] = pictures
      const shade = hexOf.get(main?.spec.colour ?? '')
      expect(main?.role).toBe('main')
      expect(
        shade && (draft.title.zh.includes(shade.name.zh) || draft.title.zh.includes(`${shade.short}`)),
        draft.title.zh,
      ).toBe(true)
      expect(
        [...names].some(
          ([name, { type }]) =>
            type === main?.spec.type && draft.title.zh.includes(name.slice(type.length + 1)),
        ),
        draft.title.zh,
      ).toBe(true)
      expect(draft.title.en.toLowerCase()).toContain(draft.skus[0]?.colour.en.toLowerCase())
      expect(draft.mediaIds).toEqual(pictures.map(({ key }) => key))
    }
  })

  test('pattern words in titles are what is drawn', () => {
    const words = [
      ['条纹', 'stripes'],
      ['格纹', 'check'],
      ['波点', 'dots'],
      ['碎花', 'floral'],
      ['小熊', 'bear'],
      ['恐龙', 'dino'],
      ['迷彩', 'camo'],
      ['麻花', 'knit'],
    ] as const
    for (const { draft, pictures } of world.products) {
      const title = draft.title.zh.replace('条纹内搭', '')
      for (const [word, pattern] of words)
        if (title.includes(word)) expect(pictures[0]?.spec.pattern, title).toBe(pattern)
    }
  })

  test('every colour up to fourteen has its own picture in that colour', () => {
    for (const { draft, pictures } of world.products) {
      const swatches = [...new Set(draft.skus.map(({ colourHex }) => colourHex))].slice(0, 14)
      const drawn = pictures
        .filter(({ role }) => role === 'main' || role === 'colour')
        .map(({ spec }) => spec.colour.toUpperCase())
      expect(drawn, draft.styleNo).toEqual(swatches)
    }
  })

  test('every picture is a valid spec, and labels hold only characters that can be written', () => {
    for (const { pictures } of world.products) {
      for (const { spec } of pictures) {
        expect(DrawingSpec.safeParse(spec).success).toBe(true)
        const { words } = spec
        if (words)
          expect(
            canWrite(
              [words.brand, words.brandLatin, words.badge, words.heading, ...(words.rows ?? []).flat()]
                .join('')
                .normalize('NFC'),
            ),
            JSON.stringify(words),
          ).toBe(true)
      }
    }
  })

  test('compositions sum to 100 % per part, and goods for up to 100 cm are of class A (GB 31701)', () => {
    for (const { draft, status } of world.products) {
      const { composition, safety_class, infant_mark } = draft.attributes
      if (Array.isArray(composition)) {
        for (const part of composition)
          if (typeof part !== 'string')
            expect(part.fibres.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
      } else expect(status === 'draft' || draft.unit === 'pair' || safety_class === undefined).toBe(true)
      const small =
        safety_class !== undefined && draft.skus.some(({ size }) => /^\d+$/.test(size) && Number(size) <= 100)
      if (small) expect([safety_class, infant_mark]).toEqual(['A', true])
    }
  })
})

describe('enterprises and markets', () => {
  test('credit codes check and are unique; one application has a misprinted one', () => {
    const codes = [...world.enterprises, ...world.organisations].map(({ creditCode }) => creditCode)
    for (const code of codes)
      expect(checkCreditCode(code), code).toMatchObject({ level: 'ok', check17: true })
    expect(new Set(codes).size).toBe(codes.length)
    const doubtful = world.applications.filter(
      ({ applicant }) => checkCreditCode(applicant.creditCode).level !== 'ok',
    )
    expect(doubtful.map(({ flags }) => flags)).toEqual([['credit-code-review']])
    expect(doubtful.map(({ applicant }) => checkCreditCode(applicant.creditCode).level)).toEqual(['review'])
  })

  test('every power of every charter is held by a party of that market, and shares sum to the whole', () => {
    for (const market of world.markets) {
      expect(market.charter.map(({ power }) => power).toSorted()).toEqual([...powers].toSorted())
      const roles = new Set(market.parties.map(({ role }) => role))
      for (const { heldBy, approvedBy } of market.charter) {
        expect(heldBy.some((role) => roles.has(role))).toBe(true)
        if (approvedBy) expect(roles.has(approvedBy)).toBe(true)
      }
      if (market.group.length > 0)
        expect(market.group.reduce((sum, { shareBps }) => sum + shareBps, 0)).toBe(10_000)
      if (market.fund)
        expect(market.fund.entries.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(
          market.fund.total,
        )
    }
  })

  test('every reference leads somewhere, every shop has an owner, every mailbox is under an example domain', () => {
    const subjects = new Set(
      [world.organisations, world.enterprises, world.shops, world.buyers, world.markets].flatMap((list) =>
        list.map(({ key }) => key),
      ),
    )
    for (const { email, memberships } of world.people) {
      expect(email).toMatch(/[@.]example\.com$/)
      for (const { subject } of memberships) expect(subjects.has(subject), subject).toBe(true)
    }
    expect(new Set(world.people.map(({ email }) => email)).size).toBe(world.people.length)
    expect(new Set(world.people.map(({ key }) => key)).size).toBe(world.people.length)
    for (const shop of world.shops)
      expect(
        world.people.some(({ memberships }) =>
          memberships.some(({ subject, role }) => subject === shop.key && role === 'owner'),
        ),
      ).toBe(true)
    const booths = world.shops.flatMap((shop) => shop.booths)
    expect(new Set(booths).size).toBe(booths.length)
  })
})

describe('orders', () => {
  test('amounts add up: cells, goods, freight, total, payments', () => {
    for (const purchase of world.purchases)
      expect(purchase.total).toBe(purchase.orders.reduce((sum, { total }) => sum + total, 0))
    for (const order of orders) {
      for (const line of order.lines) expect(line.amount).toBe(line.quantity * line.unitPrice)
      expect(order.goodsAmount).toBe(order.lines.reduce((sum, { amount }) => sum + amount, 0))
      expect(order.total).toBe(order.goodsAmount + order.freight)
      expect(order.payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(order.total)
    }
  })

  test('each line has the price of the tier that its product’s quantity reaches, at least the MOQ, in whole packs', () => {
    for (const { lines } of orders) {
      for (const key of new Set(lines.map(({ product }) => product))) {
        const own = lines.filter(({ product }) => product === key)
        const draft = products.get(key)?.draft
        const quantity = own.reduce((sum, line) => sum + line.quantity, 0)
        expect(quantity).toBeGreaterThanOrEqual(draft?.moq ?? Number.POSITIVE_INFINITY)
        const price =
          draft?.tiers.filter(({ minQuantity }) => minQuantity <= quantity).at(-1)?.unitPrice ??
          draft?.tiers[0]?.unitPrice
        for (const line of own) {
          expect(line.unitPrice).toBe(price)
          expect(line.quantity % (draft?.packSize ?? 1)).toBe(0)
        }
      }
    }
  })

  test('open orders together promise no more than is in stock', () => {
    const promised = new Map<string, number>()
    for (const { state, lines } of orders) {
      if (!['placed', 'secured', 'in_production', 'shipped_in_part'].includes(state)) continue
      for (const line of lines)
        promised.set(
          `${line.product}/${line.sku}`,
          (promised.get(`${line.product}/${line.sku}`) ?? 0) + line.quantity,
        )
    }
    expect(promised.size).toBeGreaterThan(50)
    for (const [key, quantity] of promised) {
      const [product = '', sku] = key.split('/')
      expect(
        products.get(product)?.draft.skus.find(({ articleNo }) => articleNo === sku)?.stock,
      ).toBeGreaterThanOrEqual(quantity)
    }
  })

  test('moves run forward in time to the state, none later than today', () => {
    for (const order of orders) {
      const times = order.moves.map(({ at }) => at)
      expect(times, order.key).toEqual(times.toSorted())
      expect(order.moves.at(-1)?.to, order.key).toBe(order.state)
      expect((times.at(-1) ?? '') <= world.today).toBe(true)
    }
  })

  test('what was shipped is what was ordered, except where only a part has left', () => {
    for (const { state, lines, shipments, key } of orders) {
      const shipped = lines.map((_, i) =>
        shipments
          .flatMap((shipment) => shipment.lines)
          .filter(({ line }) => line === i)
          .reduce((sum, { quantity }) => sum + quantity, 0),
      )
      const ordered = lines.map(({ quantity }) => quantity)
      if (['shipped', 'received', 'completed'].includes(state)) expect(shipped, key).toEqual(ordered)
      else if (state === 'shipped_in_part')
        expect(shipped.reduce((a, b) => a + b) < ordered.reduce((a, b) => a + b), key).toBe(true)
      else expect(shipments).toEqual([])
    }
  })

  test('money is released only where the order is completed, and paid only where it was secured', () => {
    for (const { state, payments, moves } of orders) {
      const paid = payments.some(({ paidAt }) => paidAt !== null)
      expect(paid).toBe(moves.some(({ to }) => to === 'secured'))
      expect(payments.every((payment) => payment.state === 'released')).toBe(state === 'completed')
    }
  })
})
