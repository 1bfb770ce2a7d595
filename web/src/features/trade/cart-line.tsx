import { IconAlertCircle, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProductDocument } from '#shared/catalogue/views.ts'
import { type Currency, money } from '#shared/money.ts'
import { nextStepText, tradeProblems } from '#shared/problems/trade.ts'
import { inLocale } from '#shared/text.ts'
import type { NextStep } from '#shared/trade/cart-shapes.ts'
import { getProductQuery } from '#web/src/features/catalogue/queries.ts'
import { unitAfter } from '#web/src/features/catalogue/unit-word.ts'
import { useCall } from '#web/src/page-context.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Tag } from '#web/src/ui/chip.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Money, moneyText } from '#web/src/ui/money.tsx'
import { Picture } from '#web/src/ui/picture.tsx'
import { count } from '#web/src/ui/quantity.ts'
import style from './cart-line.module.css'
import { CartMatrix } from './cart-matrix.tsx'
import { cartTexts } from './cart-texts.ts'
import { toppedUp } from './order-form/use-order.ts'
import type { CartControl, ShownCell, ShownLine } from './use-cart.ts'

type LineProps = {
  market: string
  currency: Currency
  line: ShownLine
  steps: readonly NextStep[]
  control: CartControl
  onRemove: () => void
  closed: boolean
}

/** One product in the cart: what it is, its matrix, what is wrong, what has changed, and the next step that pays. */
export function CartLine({ market, currency, line, steps, control, onRemove, closed }: LineProps) {
  const t = useTexts(cartTexts)
  const locale = useLocale()
  const { view, judged } = line
  const title = inLocale(view.title, locale)
  const unit = unitAfter(view.unit, locale)
  const change = (quantities: Record<string, number>) => control.set(line, quantities)
  const topUp = (step: NextStep) => {
    const target = judged.quantity + (step.missingQuantity ?? 0)
    const skus = line.cells.map(({ skuId, available }) => ({ id: skuId, available }))
    change({
      ...toppedUp(
        { packSize: view.packSize, skus },
        Object.fromEntries(line.cells.map((cell) => [cell.skuId, cell.quantity])),
        target,
      ),
    })
  }
  return (
    <article className={style.line}>
      <Picture
        mediaId={view.mediaId}
        alt=""
        sizes="88px"
        width={88}
        height={110}
        className={style.picture ?? ''}
      />
      <div className={style.main}>
        <header className={style.head}>
          <div>
            <h3>
              {view.listed ? <Link to={paths.product(market, view.productId)}>{title}</Link> : title}
              {view.kind === 'sample' && <Tag>{t('line.sample')}</Tag>}
              {!view.listed && <Tag tone="rust">{t('line.delisted')}</Tag>}
            </h3>
            <p className={style.facts}>
              <span className="num">{view.styleNo}</span>
              {view.kind === 'sample' ? (
                <span>
                  {view.samplesTaken === 0
                    ? t('line.sampleLimit', { count: view.sampleLimit, unit })
                    : t('line.samplesLeft', {
                        count: view.sampleLimit,
                        taken: view.samplesTaken,
                        left: Math.max(0, view.sampleLimit - view.samplesTaken),
                        unit,
                      })}
                </span>
              ) : (
                <>
                  <span>{t('line.from', { count: view.moq, unit })}</span>
                  {view.packSize > 1 && <span>{t('line.pack', { count: view.packSize, unit })}</span>}
                  {view.mixedBatch && <span>{t('line.mixed')}</span>}
                </>
              )}
            </p>
          </div>
          <div className={style.amount}>
            <b>
              <Money value={money(judged.amount, currency)} />
            </b>
            <small className="num">
              {judged.activeTier === null && view.kind === 'stock'
                ? t('line.bySku', { count: count(judged.quantity), unit })
                : t('line.price', {
                    count: count(judged.quantity),
                    unit,
                    price: moneyText(money(priceOf(line), currency)),
                  })}
            </small>
          </div>
        </header>
        <Changes line={line} currency={currency} />
        <CartMatrix line={line} change={change} disabled={!view.listed || closed} />
        <LineIssues line={line} currency={currency} />
        {!view.listed && <p className={style.issue}>{t('line.delisted.text')}</p>}
        {view.listed &&
          !closed &&
          steps.slice(0, 1).map((step) => (
            <p key={step.kind} className={style.step}>
              <IconArrowUp size={15} stroke={2} aria-hidden="true" />
              <span>{nextStepText(step, currency)[locale]}</span>
              <button type="button" onClick={() => topUp(step)}>
                {t('line.topUp')}
              </button>
            </p>
          ))}
        <footer className={style.foot}>
          {view.listed && view.kind === 'stock' && !closed && <AllVariants line={line} control={control} />}
          <button type="button" onClick={onRemove}>
            <IconTrash size={15} stroke={1.6} aria-hidden="true" />
            {t('line.remove')}
          </button>
        </footer>
      </div>
    </article>
  )
}

const priceOf = ({ judged, view }: ShownLine): number =>
  view.kind === 'sample'
    ? (view.samplePrice ?? 0)
    : (judged.activeTier?.unitPrice ?? judged.cells.find((cell) => cell.unitPrice !== null)?.unitPrice ?? 0)

/** What is different from when the buyer put it in. */
function Changes({ line, currency }: { line: ShownLine; currency: Currency }) {
  const t = useTexts(cartTexts)
  const locale = useLocale()
  const { view, cells } = line
  const repriced = cells.find((cell) => cell.priceWas !== null)
  const now =
    view.kind === 'sample'
      ? view.samplePrice
      : view.quoteMode === 'by-sku'
        ? (repriced?.unitPrice ?? null)
        : (view.tiers[0]?.unitPrice ?? null)
  const fallen = cells.filter((cell) => cell.availableWas !== null)
  if (repriced === undefined && fallen.length === 0) return null
  return (
    <ul className={style.changes}>
      {repriced !== undefined && repriced.priceWas !== null && now !== null && (
        <li>
          {t('change.price', {
            was: moneyText(money(repriced.priceWas, currency)),
            now: moneyText(money(now, currency)),
          })}
        </li>
      )}
      {fallen.map((cell) => (
        <li key={cell.skuId}>
          {t('change.stock', {
            variant: `${inLocale(cell.colour, locale)} ${cell.size}`.trim(),
            was: count(cell.availableWas ?? 0),
            now: count(cell.available),
          })}
        </li>
      ))}
    </ul>
  )
}

function LineIssues({ line, currency }: { line: ShownLine; currency: Currency }) {
  const locale = useLocale()
  const names = new Map(
    line.cells.map((cell) => [cell.skuId, `${inLocale(cell.colour, locale)} ${cell.size}`.trim()]),
  )
  const texts = line.judged.issues.map(({ code, facts }) => {
    const name = 'skuId' in facts ? names.get(facts.skuId) : undefined
    const sentence = tradeProblems[code][locale]({ ...facts, currency })
    return name ? `${name}${locale === 'zh' ? '：' : ': '}${sentence}` : sentence
  })
  return (
    <>
      {[...new Set(texts)].slice(0, 4).map((text) => (
        <p key={text} className={style.issue} data-issue="">
          <IconAlertCircle size={16} stroke={1.8} aria-hidden="true" />
          <span>{text}</span>
        </p>
      ))}
    </>
  )
}

/** Opens the line to every variant the product has, so that more colours and sizes can be filled in here. */
function AllVariants({ line, control }: { line: ShownLine; control: CartControl }) {
  const t = useTexts(cartTexts)
  const call = useCall()
  const [wide, setWide] = useState(false)
  const { refetch, isFetching } = useQuery({ ...getProductQuery(call, line.view.productId), enabled: false })
  const toggle = async () => {
    if (wide) {
      setWide(false)
      return control.widen(
        line.key,
        line.cells.filter((cell) => cell.quantity > 0),
      )
    }
    const { data } = await refetch()
    if (data === undefined) return
    control.widen(line.key, data.skus.map(emptyCell))
    setWide(true)
  }
  return (
    <button type="button" aria-expanded={wide} onClick={() => void toggle()}>
      {isFetching ? t('line.loading') : wide ? t('line.fewer') : t('line.all')}
    </button>
  )
}

const emptyCell = (sku: ProductDocument['skus'][number]): ShownCell => ({
  skuId: sku.id,
  colour: sku.colour,
  colourHex: sku.colourHex,
  size: sku.size,
  articleNo: sku.articleNo,
  quantity: 0,
  available: sku.available,
  unitPrice: sku.unitPrice,
  amount: 0,
  priceWas: null,
  availableWas: null,
})
