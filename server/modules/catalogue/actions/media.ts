import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db.ts'
import { inMarket } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { notFound } from '#server/platform/problems.ts'
import type { MediaView } from '#shared/catalogue/views.ts'
import type { Localised } from '#shared/text.ts'
import { renditionKeys } from '../renditions.ts'
import { deleteUnusedMedia, insertMedia, productsShowing, writeAlt } from '../store/media.ts'
import { type Catalogue, inShop } from './context.ts'
import { tellChanged } from './products.ts'

type Where = { market: string; shop: string }
/** The one way a picture comes in and goes out (server/platform/uploads.ts): checked, decoded, stripped, encoded anew; counted per shop. */
export type Pictures = {
  receiveImage: (bytes: Uint8Array, shopId: string) => Promise<{ key: string; width: number; height: number }>
  claim: (tx: Tx, key: string) => Promise<void>
  drop: (tx: Tx, key: string) => Promise<void>
}

/** Keeps an uploaded picture for a shop. The bytes that are kept are ours: decoded and encoded anew. */
export async function uploadPicture(
  catalogue: Catalogue,
  pictures: Pictures,
  actor: Actor,
  where: Where,
  upload: { bytes: Uint8Array; alt: Localised },
): Promise<MediaView> {
  // First the right, then the work: a stranger's bytes are not decoded.
  await inShop(catalogue, actor, where, 'edit', async () => undefined)
  const { key: objectKey, width, height } = await pictures.receiveImage(upload.bytes, where.shop)
  const id = newId('media', catalogue.clock.now().getTime())
  return inShop(catalogue, actor, where, 'edit', async (tx, { market, shop }) => {
    const item = { id, shopId: shop.id, alt: upload.alt, width, height, objectKey, drawing: null }
    await pictures.claim(tx, objectKey)
    await insertMedia(tx, market.id, [item])
    return { id, kind: 'upload', width, height, alt: upload.alt }
  })
}

/** Changes the text that stands for a picture. */
export function changeAlt(
  catalogue: Catalogue,
  actor: Actor,
  where: Where & { media: string },
  alt: Localised,
): Promise<MediaView> {
  return inShop(catalogue, actor, where, 'edit', async (tx, { market, shop }) => {
    const changed = await writeAlt(tx, market.id, shop.id, where.media, alt)
    if (changed === null) throw notFound()
    for (const id of await productsShowing(tx, market.id, where.media)) await tellChanged(tx, market.id, id)
    return changed
  })
}

/**
 * Job: takes pictures of a deleted draft away that nothing shows any more, neither a product nor a test report nor what a buyer was
 * promised. Row first, then the files that were made of it: a repeat finds the rows gone and goes on with the files.
 */
export async function dropMedia(
  { database, objects }: Pick<Catalogue, 'database' | 'objects'>,
  pictures: Pictures,
  { marketId, mediaIds }: { marketId: string; mediaIds: readonly string[] },
): Promise<void> {
  const kept = await inMarket(database, marketId, async (tx) => {
    const { deleted, still } = await deleteUnusedMedia(tx, marketId, mediaIds)
    for (const { objectKey } of deleted) if (objectKey !== null) await pictures.drop(tx, objectKey)
    return new Set(still)
  })
  for (const id of mediaIds) if (!kept.has(id)) for (const key of renditionKeys(id)) await objects.remove(key)
}
