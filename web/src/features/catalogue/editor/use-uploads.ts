import { useRef, useState } from 'react'
import { uploadMedia } from '#shared/catalogue/contract.ts'
import { uploadFile } from '#web/src/api/upload.ts'
import type { ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { uiTexts } from '#web/src/ui/texts.ts'
import { failureText } from '#web/src/ui/use-form.ts'
import { editorTexts } from './texts.ts'

export type Pending = { key: number; file: File; percent: number; failure: string }

const types = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
export const pictureTypes = types.join(',')

/**
 * Sends pictures, two at a time, and tells how far each is; `onDone` gets each picture's id as it stands on the server, in the order
 * in which they were chosen, since the first is the main one.
 */
export function useUploads({ market, shopId }: ShopPlace, onDone: (mediaId: string) => void) {
  const t = useTexts(editorTexts)
  const say = useTexts(uiTexts)
  const locale = useLocale()
  const [pending, setPending] = useState<readonly Pending[]>([])
  const serial = useRef(0)
  const update = (key: number, values: Partial<Pending>) =>
    setPending((all) => all.map((one) => (one.key === key ? { ...one, ...values } : one)))

  const take = (key: number, mediaId: string) => {
    setPending((all) => all.filter((other) => other.key !== key))
    onDone(mediaId)
  }
  const send = async (one: Pending): Promise<string | null> => {
    update(one.key, { failure: '', percent: 0 })
    try {
      const media = await uploadFile(uploadMedia, {
        params: { market, shop: shopId },
        file: one.file,
        type: one.file.type,
        locale,
        onProgress: (sent, total) => update(one.key, { percent: Math.round((sent / total) * 100) }),
      })
      return media.id
    } catch (error) {
      update(one.key, { failure: failureText(error, say) })
      return null
    }
  }
  const retry = async (one: Pending) => {
    const mediaId = await send(one)
    if (mediaId !== null) take(one.key, mediaId)
  }
  const add = async (files: readonly File[]) => {
    const queue = files.map((file): Pending => {
      serial.current += 1
      const failure = !types.includes(file.type)
        ? t('pictures.type')
        : file.size > 10 * 1024 * 1024
          ? t('pictures.size')
          : ''
      return { key: serial.current, file, percent: 0, failure }
    })
    setPending((all) => [...all, ...queue])
    const waiting = queue.filter((one) => one.failure === '')
    const turn = waiting.map((one) => one.key)
    const sent = new Map<number, string | null>()
    // A picture that arrives before one chosen earlier waits for it; one that failed holds nobody up.
    const takeInTurn = () => {
      for (let key = turn[0]; key !== undefined && sent.has(key); key = turn[0]) {
        turn.shift()
        const mediaId = sent.get(key) ?? null
        if (mediaId !== null) take(key, mediaId)
      }
    }
    const lane = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        sent.set(next.key, await send(next))
        takeInTurn()
      }
    }
    await Promise.all([lane(), lane()])
  }
  const drop = (key: number) => setPending((all) => all.filter((one) => one.key !== key))
  return { pending, add, retry, drop }
}
