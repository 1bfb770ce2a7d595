import { useState } from 'react'
import { attributeWords } from '#shared/catalogue/attribute-views.ts'
import { attributesOf } from '#shared/catalogue/categories.ts'
import type { ProductDocument, ReviewRemark, SellerProduct } from '#shared/catalogue/views.ts'
import { inLocale, type Localised } from '#shared/text.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import { Tag } from '#web/src/ui/chip.tsx'
import { dateText } from '#web/src/ui/date.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Compliance } from '../compliance.tsx'
import { Gallery } from '../gallery.tsx'
import { ProductDetails } from '../product-details.tsx'
import { ProductFacts, TierTable } from '../tier-table.tsx'
import style from './reviews.module.css'
import { reviewTexts } from './texts.ts'

export type Reviewed = SellerProduct & { shopName: Localised; changed: string[] | null }
const plainFields = [
  'title',
  'categoryId',
  'mediaIds',
  'description',
  'skus',
  'tiers',
  'moq',
  'unit',
  'packNote',
  'origin',
  'leadTimeDays',
  'hsCode',
  'styleNo',
  'reports',
] as const

/** Fields a remark may stand at, with their names: the plain ones and each attribute of the category. */
export function useFieldNames(categoryId: string): {
  pointers: readonly (readonly [pointer: string, name: string])[]
  nameOf: (pointer: string) => string
} {
  const t = useTexts(reviewTexts)
  const locale = useLocale()
  const attributes = attributesOf(categoryId)
  const pointers = [
    ...plainFields.map((field) => [`/${field}`, t(`field.${field}`)] as const),
    ...attributes.map((one) => [`/attributes/${one.key}`, inLocale(one.name, locale)] as const),
  ]
  const nameOf = (pointer: string) => {
    const exact = pointers.find(([one]) => one === pointer)
    if (exact !== undefined) return exact[1]
    if (pointer.startsWith('/title/en')) return t('field.titleEn')
    return (
      [...pointers]
        .sort((a, b) => b[0].length - a[0].length)
        .find(([one]) => pointer.startsWith(`${one}/`))?.[1] ?? t('field.attributes')
    )
  }
  return { pointers, nameOf }
}

/** The listing with the buyer's own components. */
export function BuyerView({ market, document }: { market: string; document: ProductDocument }) {
  const t = useTexts(reviewTexts)
  const locale = useLocale()
  const [shown, setShown] = useState<string>()
  const colours = [...new Map(document.skus.map((sku) => [sku.colour.zh || sku.colour.en, sku])).values()]
  const sizes = [...new Set(document.skus.map((sku) => sku.size))]
  return (
    <Panel title={t('buyer')}>
      <div className={style.buyer}>
        <Gallery
          media={document.media}
          title={inLocale(document.title, locale)}
          shown={shown}
          onShow={setShown}
        />
        <div className={style.words}>
          <h2>{inLocale(document.title, locale)}</h2>
          {locale === 'zh' && document.title.en !== '' && <p className={style.quiet}>{document.title.en}</p>}
          <TierTable product={document} quantity={0} />
          <ProductFacts product={document} />
          <p className={style.colours}>
            {colours.map((sku) => (
              <span key={sku.id}>
                <i style={{ background: sku.colourHex ?? 'var(--sand)' }} />
                {inLocale(sku.colour, locale)}
              </span>
            ))}
          </p>
          <p className={style.quiet}>{sizes.join(' · ')}</p>
          <Compliance product={document} />
        </div>
      </div>
      <ProductDetails product={document} market={market} />
    </Panel>
  )
}

/** What the rules found, each with a way to make a remark of it. */
export function RulesPanel({
  product,
  nameOf,
  onRemark,
}: {
  product: Reviewed
  nameOf: (pointer: string) => string
  onRemark: (remark: ReviewRemark) => void
}) {
  const t = useTexts(reviewTexts)
  const locale = useLocale()
  const errors = product.problems.filter((one) => one.level === 'error').length
  return (
    <Panel
      title={t('rules')}
      note={
        product.problems.length === 0
          ? undefined
          : t('rules.count', { errors, warnings: product.problems.length - errors })
      }
    >
      {product.problems.length === 0 && <p className={style.fine}>{t('rules.none')}</p>}
      <ul className={style.problems}>
        {product.problems.map((problem) => (
          <li key={problem.pointer + problem.code}>
            <Tag tone={problem.level === 'error' ? 'rust' : 'gold'}>{t(`level.${problem.level}`)}</Tag>
            <span>
              <b>{nameOf(problem.pointer)}</b>
              {inLocale(problem.message, locale)}
              {product.actions.includes('send-back') && (
                <button
                  type="button"
                  onClick={() =>
                    onRemark({
                      pointer: knownPointer(problem.pointer),
                      reason: inLocale(problem.message, locale),
                    })
                  }
                >
                  {t('toRemark')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** A remark stands at a field or at an attribute, never deeper. */
const knownPointer = (pointer: string): string => {
  const [, first = '', second] = pointer.split('/')
  return first === 'attributes' && second !== undefined ? `/attributes/${second}` : `/${first}`
}

/** What differs from what buyers see now, field by field, old beside new. */
export function ChangedPanel({
  market,
  product,
  listed,
  nameOf,
}: {
  market: string
  product: Reviewed
  listed: ProductDocument | undefined
  nameOf: (pointer: string) => string
}) {
  const t = useTexts(reviewTexts)
  const locale = useLocale()
  const words = changedWords(product, listed)
  if (product.changed === null)
    return (
      <Panel title={t('changed')}>
        <p className={style.quiet}>{t('changed.first')}</p>
      </Panel>
    )
  return (
    <Panel title={t('changed')} note={t('changed.text')}>
      <ul className={style.changes}>
        {product.changed.map((pointer) => {
          const { was, now } = words(pointer)
          return (
            <li key={pointer}>
              <b>{nameOf(pointer)}</b>
              <span>
                <small>{t('was')}</small>
                {was === null ? (
                  <Link className="link" to={paths.product(market, product.id)}>
                    {t('was.unknown')}
                  </Link>
                ) : was === '' ? (
                  t('was.empty')
                ) : (
                  <s>{was}</s>
                )}
              </span>
              <span>
                <small>{t('now')}</small>
                {now === '' ? t('was.empty') : now}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )

  /** Old and new words of a changed field; the old ones are null when the public page does not say them. */
  function changedWords({ draft, media }: Reviewed, before: ProductDocument | undefined) {
    const definitions = attributesOf(draft.categoryId)
    const join = (parts: readonly Localised[]) =>
      parts.map((part) => inLocale(part, locale)).join(locale === 'zh' ? '、' : ', ')
    return (pointer: string): { was: string | null; now: string } => {
      const [, field = '', key = ''] = pointer.split('/')
      if (field === 'title')
        return { was: before ? inLocale(before.title, locale) : null, now: inLocale(draft.title, locale) }
      if (field === 'description')
        return {
          was: before ? inLocale(before.description, locale) : null,
          now: inLocale(draft.description, locale),
        }
      if (field === 'mediaIds')
        return {
          was: before ? t('pictures', { count: before.media.length }) : null,
          now: t('pictures', { count: media.length }),
        }
      const definition = definitions.find((one) => one.key === key)
      const value = draft.attributes[key]
      if (field === 'attributes' && definition !== undefined) {
        const old = before?.attributes.find((one) => one.key === key)
        return {
          was: before ? join(old?.display ?? []) : null,
          now: value === undefined ? '' : join(attributeWords(definition, value)),
        }
      }
      if (field === 'categoryId')
        return { was: before ? inLocale(before.category.name, locale) : null, now: draft.categoryId }
      return { was: null, now: '' }
    }
  }
}

/** Reports that cover the style, with the way to the original. */
export function ReportsPanel({ product }: { product: Reviewed }) {
  const t = useTexts(reviewTexts)
  const locale = useLocale()
  return (
    <Panel title={t('reports')}>
      {product.testReports.length === 0 && <p className={style.quiet}>{t('reports.none')}</p>}
      <ul className={style.reports}>
        {product.testReports.map((report) => (
          <li key={report.id}>
            <b className="num">{report.number}</b>
            <small>
              {t('report.meta', { lab: report.lab, date: dateText(report.issuedOn, locale) })}
              {report.expiresOn !== null &&
                ` · ${t('report.until', { date: dateText(report.expiresOn, locale) })}`}
            </small>
            {report.mediaId !== null && (
              <a className="link" href={paths.media(report.mediaId, 800)} target="_blank" rel="noreferrer">
                {t('report.open')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type RemarksProps = {
  pointers: readonly (readonly [string, string])[]
  nameOf: (pointer: string) => string
  remarks: readonly ReviewRemark[]
  onChange: (remarks: readonly ReviewRemark[]) => void
}

/** Reasons per field, gathered before the listing goes back. */
export function RemarksForm({ pointers, nameOf, remarks, onChange }: RemarksProps) {
  const t = useTexts(reviewTexts)
  const [pointer, setPointer] = useState('/title')
  const [reason, setReason] = useState('')
  const ready = reason.trim().length >= 2
  return (
    <div className={style.remarks}>
      <ul>
        {remarks.map((remark, at) => (
          <li key={remark.pointer + remark.reason}>
            <b>{nameOf(remark.pointer)}</b>
            <span>{remark.reason}</span>
            <button
              type="button"
              aria-label={t('remarks.remove')}
              onClick={() => onChange(remarks.filter((_, index) => index !== at))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <select
        aria-label={t('remarks.field')}
        value={pointer}
        onChange={(event) => setPointer(event.target.value)}
      >
        {pointers.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <textarea
        aria-label={t('remarks.reason')}
        placeholder={t('remarks.reason')}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        size="s"
        disabled={!ready || remarks.length >= 50}
        onClick={() => {
          onChange([...remarks, { pointer, reason: reason.trim() }])
          setReason('')
        }}
      >
        {t('remarks.add')}
      </Button>
    </div>
  )
}
