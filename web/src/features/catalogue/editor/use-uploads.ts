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

/** Sends pictures, two at a time, and tells how far each is; `onDone` gets each picture's id as it stands on the server. */
export function useUploads({ market, shopId }: ShopPlace, onDone: (mediaId: string) => void) {
  const t = useTexts(editorTexts)
  const say = useTexts(uiTexts)
  const locale = useLocale()
  const [pending, setPending] = useState<readonly Pending[]>([])
  const serial = useRef(0)
  const update = (key: number, values: Partial<Pending>) =>
    setPending((all) => all.map((one) => (one.key === key ? { ...one, ...values } : one)))

  const send = async (one: Pending) => {
    update(one.key, { failure: '', percent: 0 })
    try {
      const media = await uploadFile(uploadMedia, {
        params: { market, shop: shopId },
        file: one.file,
        type: one.file.type,
        locale,
        onProgress: (sent, total) => update(one.key, { percent: Math.round((sent / total) * 100) }),
      })
      setPending((all) => all.filter((other) => other.key !== one.key))
      onDone(media.id)
    } catch (error) {
      update(one.key, { failure: failureText(error, say) })
    }
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
    const lane = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await send(next)
    }
    await Promise.all([lane(), lane()])
  }
  const drop = (key: number) => setPending((all) => all.filter((one) => one.key !== key))
  return { pending, add, retry: send, drop }
}
