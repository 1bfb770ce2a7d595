import { IconClipboard } from '@tabler/icons-react'
import { useState } from 'react'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { fillByRatio, parseRatio } from '#shared/trade/matrix.ts'
import { unitAfter } from '#web/src/features/catalogue/unit-word.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { count } from '#web/src/ui/quantity.ts'
import { Stepper } from '#web/src/ui/stepper.tsx'
import type { Grid } from './cells.ts'
import style from './fill-bar.module.css'
import { orderTexts } from './texts.ts'
import type { Order, Quantities } from './use-order.ts'

type FillProps = {
  product: ProductDocument
  grid: Grid
  order: Order
  chosen: ReadonlySet<string>
  onPaste: () => void
}

/** Fills the chosen colours (or all) with so many packs of a size run, never beyond what is in stock. */
export function FillBar({ product, grid, order, chosen, onPaste }: FillProps) {
  const t = useTexts(orderTexts)
  const locale = useLocale()
  const [text, setText] = useState(() => grid.sizes.map(() => 1).join('-'))
  const [times, setTimes] = useState(5)
  const ratio = parseRatio(text)
  const fits = ratio !== null && ratio.length === grid.sizes.length
  const unit = unitAfter(product.unit, locale)
  const fill = () => {
    if (!fits) return
    const shares = fillByRatio(ratio, times)
    const changes: Record<string, number> = {}
    for (const colour of grid.colours) {
      if (chosen.size > 0 && !chosen.has(colour.key)) continue
      for (const [row, size] of grid.sizes.entries()) {
        const sku = grid.at(colour, size)
        if (sku === undefined) continue
        const most = Math.floor(sku.available / product.packSize) * product.packSize
        changes[sku.id] = Math.min((shares[row] ?? 0) * product.packSize, most)
      }
    }
    order.set(changes satisfies Quantities)
  }
  const sum = (ratio ?? []).reduce((total, share) => total + share, 0) * product.packSize
  return (
    <div className={style.bar}>
      <b>{t('fill.title')}</b>
      {grid.sizes.length > 1 && (
        <input
          className="num"
          value={text}
          aria-label={t('fill.ratio')}
          aria-invalid={!fits || undefined}
          title={t('fill.ratio')}
          size={Math.max(6, text.length)}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <span aria-hidden="true">×</span>
      <Stepper
        value={times}
        onChange={setTimes}
        min={1}
        max={9999}
        label={product.packSize > 1 ? t('fill.pack') : t('fill.packs')}
        less={t('less')}
        more={t('more')}
      />
      <span className={style.note}>
        {fits
          ? t('fill.sum', { count: count(sum * times), unit })
          : t('fill.bad', { count: grid.sizes.length, example: grid.sizes.map(() => 1).join('-') })}
      </span>
      <Button size="s" disabled={!fits} onClick={fill}>
        {chosen.size > 0 ? t('fill.go') : t('fill.all')}
      </Button>
      <span className={style.right}>
        <Button kind="quiet" size="s" onClick={onPaste}>
          <IconClipboard size={15} stroke={1.6} aria-hidden="true" />
          {t('paste')}
        </Button>
        <Button kind="quiet" size="s" disabled={order.line.quantity === 0} onClick={order.clear}>
          {t('clear')}
        </Button>
      </span>
    </div>
  )
}
