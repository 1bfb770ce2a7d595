import { useId, useState } from 'react'
import type { SizeOption } from '#shared/catalogue/category.ts'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { parsePastedMatrix, placePasted } from '#shared/trade/matrix.ts'
import { unitAfter } from '#web/src/features/catalogue/unit-word.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { count } from '#web/src/ui/quantity.ts'
import type { Grid } from './cells.ts'
import style from './paste-dialog.module.css'
import { orderTexts } from './texts.ts'
import type { Order } from './use-order.ts'

type PasteProps = { product: ProductDocument; grid: Grid; order: Order; onClose: () => void }

/** The rows and columns of a block the other way round, for sheets with sizes down the side. */
const turned = (text: string): string => {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((row) => row.split('\t'))
  const width = Math.max(...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '').join('\t')).join(
    '\n',
  )
}

/** Takes a block of quantities from a spreadsheet; says before filling what was read and what was not. */
export function PasteDialog({ product, grid, order, onClose }: PasteProps) {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const area = useId()
  const [text, setText] = useState('')
  const [swapped, setSwapped] = useState(false)
  const sizes = grid.sizes.map((size): SizeOption => size.option ?? { code: size.code })
  const pasted = parsePastedMatrix(swapped ? turned(text) : text, sizes)
  const placed = placePasted(
    pasted,
    grid.colours.map((colour) => [colour.name.zh, colour.name.en]),
    sizes,
  )
  const found = grid.colours.flatMap((colour, row) =>
    grid.sizes.flatMap((size, column) => {
      const sku = grid.at(colour, size)
      const quantity = placed.quantities[row]?.[column] ?? null
      return sku === undefined || quantity === null ? [] : [[sku.id, quantity] as const]
    }),
  )
  const sum = text.trim() === '' ? 0 : found.reduce((total, [, quantity]) => total + quantity, 0)
  const fill = () => {
    order.set(Object.fromEntries(found))
    onClose()
  }
  return (
    <Dialog opened title={t('paste.title')} onClose={onClose}>
      <p className={style.text}>{t('paste.text')}</p>
      <label htmlFor={area} className="visually-hidden">
        {t('paste.area')}
      </label>
      <textarea
        id={area}
        className={style.area}
        rows={8}
        value={text}
        spellCheck={false}
        placeholder={`\t${grid.sizes.map((size) => size.code).join('\t')}\n${grid.colours
          .map((colour) => (locale === 'zh' ? colour.name.zh : colour.name.en))
          .slice(0, 2)
          .join('\t10\t20\n')}\t10\t20`}
        onChange={(event) => setText(event.target.value)}
      />
      <label className={style.swap}>
        <input type="checkbox" checked={swapped} onChange={(event) => setSwapped(event.target.checked)} />
        {t('paste.swap')}
      </label>
      <div className={style.said} role="status">
        {text.trim() !== '' && sum === 0 && <p>{t('paste.none')}</p>}
        {text.trim() !== '' && placed.unplaced.length > 0 && (
          <p>{t('paste.unplaced', { words: placed.unplaced.join(locale === 'zh' ? '、' : ', ') })}</p>
        )}
        {pasted.unreadable.slice(0, 3).map((one) => (
          <p key={`${one.row}:${one.column}`}>{t('paste.unreadable', one)}</p>
        ))}
      </div>
      <footer className={style.foot}>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button kind="primary" disabled={sum === 0} onClick={fill}>
          {t('paste.go', { count: count(sum), unit: unitAfter(product.unit, locale) })}
        </Button>
      </footer>
    </Dialog>
  )
}
