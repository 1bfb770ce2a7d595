import type pg from 'pg'
import { cellOf } from '#server/modules/catalogue/domain/stored-product.ts'
import {
  media,
  mediaSources,
  priceHistory,
  priceTiers,
  productMedia,
  products,
  skus,
  stock,
  stockMovements,
  testReports,
} from '#server/modules/catalogue/tables.ts'
import type { ProductSeed, World } from '../world/types.ts'
import { addDays, addYears, atNoon, type Ids } from './moments.ts'
import { writeRows } from './rows.ts'

/** Products with their SKUs, prices, stock and pictures. Pictures are kept as what is to be drawn; they are drawn when first asked for. */
export async function loadProducts(
  client: pg.ClientBase,
  world: World,
  ids: Ids,
  progress: (text: string) => void,
): Promise<void> {
  const marketOf = new Map(world.shops.map((shop) => [shop.key, ids('market', shop.market)]))
  const place = (product: ProductSeed) => ({
    marketId: marketOf.get(product.shop) ?? '',
    productId: ids('product', product.key),
  })
  await loadPictures(client, world, ids, marketOf)
  progress('pictures')
  await writeRows(
    client,
    products,
    world.products.map((product) => {
      const { draft } = product
      const { marketId, productId } = place(product)
      return {
        marketId,
        id: productId,
        shopId: ids('shop', product.shop),
        styleNo: draft.styleNo,
        categoryId: draft.categoryId,
        title: draft.title,
        description: draft.description,
        attributes: draft.attributes,
        unit: draft.unit,
        quoteMode: draft.quoteMode,
        moq: draft.moq,
        packSize: draft.packSize,
        packNote: draft.packNote,
        mixedBatch: draft.mixedBatch,
        samplePrice: draft.samplePrice,
        sampleLimit: draft.sampleLimit,
        leadTimeDays: draft.leadTimeDays,
        origin: draft.origin,
        hsCode: draft.hsCode,
        customisable: draft.customisable,
        status: product.status,
        remarks: product.review
          ? [{ pointer: `/${product.review.field}`, reason: product.review.reason.zh }]
          : [],
        submittedAt: momentOf(product.submittedAt),
        reviewedAt: momentOf(product.review?.at ?? product.listedAt),
        listedAt: momentOf(product.listedAt),
        createdAt: new Date(product.createdAt),
        updatedAt: new Date(product.listedAt ?? product.submittedAt ?? product.createdAt),
      }
    }),
  )
  await writeRows(
    client,
    priceTiers,
    world.products.flatMap((product) => product.draft.tiers.map((tier) => ({ ...place(product), ...tier }))),
  )
  await writeRows(
    client,
    priceHistory,
    world.products.flatMap((product) =>
      product.listedAt === null
        ? []
        : [
            {
              ...place(product),
              at: new Date(product.listedAt),
              unitPrice: product.draft.tiers[0]?.unitPrice ?? 1,
              fromQuantity: product.draft.moq,
              tiers: product.draft.tiers,
              highestSku: null,
            },
          ],
    ),
  )
  progress('prices')
  await loadCells(client, world, ids, place)
  await loadReports(client, world, ids, marketOf)
}

const momentOf = (at: string | null | undefined): Date | null =>
  at === null || at === undefined ? null : new Date(at)

async function loadCells(
  client: pg.ClientBase,
  world: World,
  ids: Ids,
  place: (product: ProductSeed) => { marketId: string; productId: string },
): Promise<void> {
  const cells = world.products.flatMap((product) => {
    const { marketId, productId } = place(product)
    return product.draft.skus.map((sku, position) => ({
      product,
      sku,
      position,
      marketId,
      productId,
      skuId: ids('sku', `${product.key} ${sku.articleNo || position}`),
    }))
  })
  await writeRows(
    client,
    skus,
    cells.map(({ sku, position, marketId, productId, skuId }) => ({
      marketId,
      id: skuId,
      productId,
      position,
      cell: cellOf(sku),
      colour: sku.colour,
      colourHex: sku.colourHex,
      size: sku.size,
      articleNo: sku.articleNo,
      unitPrice: sku.unitPrice,
      weightGrams: sku.weightGrams,
      barcode: sku.barcode,
    })),
  )
  await writeRows(
    client,
    stock,
    cells.map(({ sku, marketId, skuId }) => ({ marketId, skuId, onHand: sku.stock })),
  )
  await writeRows(
    client,
    stockMovements,
    cells
      .filter(({ sku }) => sku.stock > 0)
      .map(({ product, sku, marketId, skuId }) => ({
        marketId,
        skuId,
        kind: 'opening' as const,
        onHand: sku.stock,
        reserved: 0,
        reason: '',
        at: new Date(product.createdAt),
      })),
  )
}

async function loadPictures(
  client: pg.ClientBase,
  world: World,
  ids: Ids,
  marketOf: ReadonlyMap<string, string>,
): Promise<void> {
  const pictures = world.products.flatMap((product) =>
    product.pictures.map((picture) => ({ product, picture, id: ids('media', picture.key) })),
  )
  await writeRows(
    client,
    mediaSources,
    pictures.map(({ picture, id }) => ({
      mediaId: id,
      kind: 'drawing' as const,
      drawing: picture.spec,
      width: 1200,
      height: 1500,
    })),
  )
  await writeRows(
    client,
    media,
    pictures.map(({ product, picture, id }) => ({
      marketId: marketOf.get(product.shop) ?? '',
      id,
      shopId: ids('shop', product.shop),
      alt: picture.alt,
      createdAt: new Date(product.createdAt),
    })),
  )
}

/** Which pictures stand on which product, once the products are there. */
export async function linkPictures(client: pg.ClientBase, world: World, ids: Ids): Promise<void> {
  const marketOf = new Map(world.shops.map((shop) => [shop.key, ids('market', shop.market)]))
  await writeRows(
    client,
    productMedia,
    world.products.flatMap((product) =>
      product.draft.mediaIds.map((key, position) => ({
        marketId: marketOf.get(product.shop) ?? '',
        productId: ids('product', product.key),
        position,
        mediaId: ids('media', key),
      })),
    ),
  )
}

/** A report per shop and quarter covers its styles, as shops really have them tested. */
async function loadReports(
  client: pg.ClientBase,
  world: World,
  ids: Ids,
  marketOf: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = world.shops.flatMap((shop, index) => {
    const styles = world.products
      .filter((product) => product.shop === shop.key && product.status !== 'draft')
      .map((product) => product.draft.styleNo)
    if (styles.length === 0) return []
    const issued = addDays(world.today, -40 - ((index * 13) % 120))
    return [
      {
        marketId: marketOf.get(shop.key) ?? '',
        id: ids('report', shop.key),
        shopId: ids('shop', shop.key),
        number: `SJ-${issued.slice(0, 4)}-${String(815_000 + index * 37)}`,
        lab: '示例纺织品检测中心',
        issuedOn: issued,
        expiresOn: addYears(issued, 1),
        styleNos: styles,
        createdAt: atNoon(issued),
      },
    ]
  })
  await writeRows(client, testReports, rows)
}
