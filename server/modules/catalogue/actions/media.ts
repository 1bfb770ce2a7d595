import type { Actor } from '#server/platform/actor.ts'
import { newId } from '#server/platform/ids.ts'
import { notFound, ProblemError } from '#server/platform/problems.ts'
import type { MediaView } from '#shared/catalogue/views.ts'
import type { Localised } from '#shared/text.ts'
import { countMedia, insertMedia, productsShowing, writeAlt } from '../store/media.ts'
import { type Catalogue, inShop } from './context.ts'
import { tellChanged } from './products.ts'

type Where = { market: string; shop: string }
/** The one way a picture comes in (server/platform/uploads.ts): checked, decoded, stripped and encoded anew. */
export type ReceiveImage = (bytes: Uint8Array) => Promise<{ key: string; width: number; height: number }>

const mostPerShop = 20_000

/** Keeps an uploaded picture for a shop. The bytes that are kept are ours: decoded and encoded anew. */
export async function uploadPicture(
  catalogue: Catalogue,
  receiveImage: ReceiveImage,
  actor: Actor,
  where: Where,
  upload: { bytes: Uint8Array; alt: Localised },
): Promise<MediaView> {
  // First the right, then the work: a stranger's bytes are not decoded.
  await inShop(catalogue, actor, where, 'edit', async (tx, { market, shop }) => {
    if ((await countMedia(tx, market.id, shop.id)) >= mostPerShop)
      throw new ProblemError('catalogue/media-limit', { limit: mostPerShop })
  })
  const { key: objectKey, width, height } = await receiveImage(upload.bytes)
  const id = newId('media', catalogue.clock.now().getTime())
  return inShop(catalogue, actor, where, 'edit', async (tx, { market, shop }) => {
    const item = { id, shopId: shop.id, alt: upload.alt, width, height, objectKey, drawing: null }
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
