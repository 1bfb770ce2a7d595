import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { categoryById } from '#shared/catalogue/categories.ts'
import { sortSizes } from '#shared/catalogue/matrix-order.ts'
import type { SellerSku } from '#shared/catalogue/views.ts'
import { inLocale } from '#shared/text.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import field from '#web/src/ui/field.module.css'
import style from './editor.module.css'
import { useEditor } from './editor-context.ts'
import { cellKey, coloursOf, type EditorColour, generate, sizesOf } from './editor-draft.ts'
import { SkuMatrix } from './sku-matrix.tsx'
import own from './skus-section.module.css'
import { Group } from './slot.tsx'
import { editorTexts } from './texts.ts'

/** Colours and sizes, and the cells that come of them. What was taken out of the matrix stays out while colours and sizes change. */
export function SkusSection({ stored }: { stored: readonly SellerSku[] }) {
  const t = useTexts(editorTexts)
  const { draft, change, locked } = useEditor()
  const [colours, setColours] = useState(() =>
    coloursOf(draft.skus).filter((one) => one.zh !== '' || one.en !== ''),
  )
  const [sizes, setSizes] = useState(() => sizesOf(draft.skus).filter((size) => size !== ''))
  const [without, setWithout] = useState<ReadonlySet<string>>(() => missingCells(draft.skus))
  const put = (nextColours: EditorColour[], nextSizes: string[], nextWithout: ReadonlySet<string>) => {
    setColours(nextColours)
    setSizes(nextSizes)
    setWithout(nextWithout)
    change({
      skus: generate(
        draft.skus,
        nextColours.filter((one) => one.zh !== '' || one.en !== ''),
        nextSizes,
        nextWithout,
      ),
    })
  }
  const toggle = (colour: string, size: string) => {
    const next = new Set(without)
    const key = cellKey(colour, size)
    if (!next.delete(key)) next.add(key)
    put(colours, sizes, next)
  }
  const rename = (at: number, colour: EditorColour) => {
    const before = colours[at]
    const key = before ? before.zh.trim() || before.en.trim() : ''
    // The cells of a colour go with its new name.
    const moved = draft.skus.map((sku) =>
      (sku.colour.zh.trim() || sku.colour.en.trim()) === key
        ? { ...sku, colour: { zh: colour.zh, en: colour.en }, colourHex: colour.hex }
        : sku,
    )
    const next = colours.map((one, index) => (index === at ? colour : one))
    setColours(next)
    change({
      skus: generate(
        moved,
        next.filter((one) => one.zh !== '' || one.en !== ''),
        sizes,
        without,
      ),
    })
  }
  return (
    <>
      <Group pointer="/colours" label={t('skus.colours')}>
        <ul className={own.colours}>
          {colours.map((colour, at) => (
            <ColourRow
              key={String(at)}
              colour={colour}
              onChange={(next) => rename(at, next)}
              onRemove={() =>
                put(
                  colours.filter((_, index) => index !== at),
                  sizes,
                  without,
                )
              }
            />
          ))}
          <li>
            <Button
              size="s"
              disabled={locked || colours.length >= 60}
              onClick={() => setColours([...colours, { zh: '', en: '', hex: null }])}
            >
              <IconPlus size={15} stroke={1.8} aria-hidden="true" />
              {t('skus.addColour')}
            </Button>
          </li>
        </ul>
      </Group>
      <Sizes sizes={sizes} onChange={(next) => put(colours, next, without)} />
      <Group pointer="/skus" label={`${t('skus.matrix')} · ${t('skus.count', { count: draft.skus.length })}`}>
        {draft.skus.length > 0 && (
          <SkuMatrix colours={colours} sizes={sizes} stored={stored} onToggle={toggle} />
        )}
      </Group>
    </>
  )
}

/** Cells of a full matrix that a product does not have. */
function missingCells(skus: Parameters<typeof coloursOf>[0]): ReadonlySet<string> {
  const present = new Set(skus.map((sku) => cellKey(sku.colour.zh.trim() || sku.colour.en.trim(), sku.size)))
  const all = coloursOf(skus).flatMap((colour) =>
    sizesOf(skus).map((size) => cellKey(colour.zh.trim() || colour.en.trim(), size)),
  )
  return new Set(all.filter((key) => !present.has(key)))
}

type ColourProps = { colour: EditorColour; onChange: (colour: EditorColour) => void; onRemove: () => void }

function ColourRow({ colour, onChange, onRemove }: ColourProps) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const { locked } = useEditor()
  return (
    <li className={own.colour}>
      <label
        className={own.swatch}
        style={{ background: colour.hex ?? 'transparent' }}
        data-none={colour.hex === null || undefined}
      >
        <span className="visually-hidden">
          {t('skus.colour.hex')} {inLocale(colour, locale)}
        </span>
        <input
          type="color"
          disabled={locked}
          value={colour.hex ?? '#cccccc'}
          onChange={(event) => onChange({ ...colour, hex: event.target.value })}
        />
      </label>
      <input
        className={field.control}
        disabled={locked}
        maxLength={40}
        aria-label={t('skus.colour.zh')}
        placeholder={t('skus.colour.zh')}
        value={colour.zh}
        onChange={(event) => onChange({ ...colour, zh: event.target.value })}
      />
      <input
        className={field.control}
        disabled={locked}
        maxLength={40}
        aria-label={t('skus.colour.en')}
        placeholder={t('skus.colour.en')}
        value={colour.en}
        onChange={(event) => onChange({ ...colour, en: event.target.value })}
      />
      <button
        type="button"
        disabled={locked}
        aria-label={t('skus.colour.remove', { name: inLocale(colour, locale) })}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.8} aria-hidden="true" />
      </button>
    </li>
  )
}

function Sizes({ sizes, onChange }: { sizes: readonly string[]; onChange: (sizes: string[]) => void }) {
  const t = useTexts(editorTexts)
  const { draft, locked } = useEditor()
  const [typed, setTyped] = useState('')
  const system = categoryById(draft.categoryId)?.sizes ?? []
  const options = [...new Set([...system.map((size) => size.code), ...sizes])]
  const toggle = (size: string) =>
    onChange(sizes.includes(size) ? sizes.filter((one) => one !== size) : sortSizes([...sizes, size], system))
  const add = () => {
    const size = typed.trim()
    if (size !== '' && !sizes.includes(size)) onChange(sortSizes([...sizes, size], system))
    setTyped('')
  }
  return (
    <Group
      pointer="/sizes"
      label={t('skus.sizes')}
      hint={system.length === 0 ? t('skus.sizes.none') : undefined}
    >
      <div className={style.chips}>
        {options.map((size) => (
          <button
            key={size}
            type="button"
            disabled={locked}
            aria-pressed={sizes.includes(size)}
            onClick={() => toggle(size)}
          >
            {size}
          </button>
        ))}
        <span className={own.addSize}>
          <input
            className={field.control}
            disabled={locked}
            maxLength={24}
            aria-label={t('skus.size.own')}
            placeholder={t('skus.size.own')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              add()
            }}
          />
          <Button size="s" disabled={locked || typed.trim() === ''} onClick={add}>
            {t('skus.addSize')}
          </Button>
        </span>
      </div>
    </Group>
  )
}
