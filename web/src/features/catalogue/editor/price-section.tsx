import { IconPlus, IconX } from '@tabler/icons-react'
import { unitNames } from '#shared/catalogue/units.ts'
import { currencyDigits } from '#shared/money.ts'
import { inLocale } from '#shared/text.ts'
import { paths, type ShopPlace } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button } from '#web/src/ui/button.tsx'
import field from '#web/src/ui/field.module.css'
import { CheckField, RadioCards } from '#web/src/ui/field.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { NumberBox } from '#web/src/ui/number-box.tsx'
import style from './editor.module.css'
import { useEditor } from './editor-context.ts'
import type { EditorTier } from './editor-draft.ts'
import { anchorOf, problemAt } from './judge.ts'
import { Group, Slot } from './slot.tsx'
import { editorTexts } from './texts.ts'

/** How a price is found, the tiers, the least order, packs, samples and the mixed batch. */
export function PriceSection({ place, hasMixedBatch }: { place: ShopPlace; hasMixedBatch: boolean }) {
  const t = useTexts(editorTexts)
  const { draft, change, locked, currency } = useEditor()
  const digits = currencyDigits[currency]
  return (
    <>
      <RadioCards
        legend={t('price.mode')}
        columns={2}
        value={draft.quoteMode}
        onChange={(quoteMode) => !locked && change({ quoteMode })}
        options={[
          {
            value: 'by-quantity',
            title: t('price.byQuantity'),
            text: t('price.byQuantity.text'),
            disabled: locked,
          },
          { value: 'by-sku', title: t('price.bySku'), text: t('price.bySku.text'), disabled: locked },
        ]}
      />
      {draft.quoteMode === 'by-quantity' && <Tiers />}
      <div className={style.grid3}>
        <Slot pointer="/moq" label={t('moq')} required hint={t('moq.hint')}>
          {(linked) => (
            <NumberBox
              {...linked}
              className={field.control}
              value={draft.moq}
              onChange={(moq) => change({ moq, ...firstTier(draft.tiers, moq, draft.moq) })}
            />
          )}
        </Slot>
        <Slot pointer="/packSize" label={t('pack')} required hint={t('pack.hint')}>
          {(linked) => (
            <NumberBox
              {...linked}
              className={field.control}
              value={draft.packSize}
              onChange={(packSize) => change({ packSize })}
            />
          )}
        </Slot>
        <Slot pointer="/packNote" label={t('packNote')} hint={t('packNote.hint')}>
          {(linked) => (
            <input
              {...linked}
              className={field.control}
              maxLength={120}
              value={draft.packNote.zh}
              onChange={(event) => change({ packNote: { ...draft.packNote, zh: event.target.value } })}
            />
          )}
        </Slot>
        <Slot pointer="/samplePrice" label={t('sample')} hint={t('sample.hint')}>
          {(linked) => (
            <NumberBox
              {...linked}
              className={field.control}
              digits={digits}
              value={draft.samplePrice}
              onChange={(samplePrice) => change({ samplePrice })}
            />
          )}
        </Slot>
        {draft.samplePrice !== null && (
          <Slot pointer="/sampleLimit" label={t('sampleLimit')} required>
            {(linked) => (
              <NumberBox
                {...linked}
                className={field.control}
                value={draft.sampleLimit}
                onChange={(sampleLimit) => change({ sampleLimit })}
              />
            )}
          </Slot>
        )}
      </div>
      <div id={anchorOf('/mixedBatch')}>
        <CheckField
          label={t('mixed')}
          checked={draft.mixedBatch}
          disabled={locked}
          onChange={(mixedBatch) => change({ mixedBatch })}
        />
        <p className={style.quiet}>
          {hasMixedBatch ? (
            t('mixed.hint')
          ) : (
            <>
              {t('mixed.none')}{' '}
              <Link className="link" to={paths.shopSettings(place, 'terms')}>
                {t('mixed.set')}
              </Link>
            </>
          )}
        </p>
      </div>
    </>
  )
}

/** The first tier follows the least order as long as it was the same. */
function firstTier(
  tiers: readonly EditorTier[],
  moq: number | null,
  before: number | null,
): { tiers?: EditorTier[] } {
  const [first, ...rest] = tiers
  if (first === undefined || first.minQuantity !== before) return {}
  return { tiers: [{ ...first, minQuantity: moq }, ...rest] }
}

function Tiers() {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const { draft, change, problems, shown, locked, currency } = useEditor()
  const put = (at: number, tier: EditorTier) =>
    change({ tiers: draft.tiers.map((one, index) => (index === at ? tier : one)) })
  const base = draft.tiers[0]?.unitPrice ?? null
  const wrong = (pointer: string) => {
    const problem = problemAt(problems, pointer)
    return problem !== undefined && problem.level !== 'warning' && shown ? true : undefined
  }
  return (
    <Group pointer="/tiers" label={t('price.tiers')}>
      <ol className={style.tiers}>
        <li className={style.tierHead}>
          <span>{t('price.from')}</span>
          <span>{t('price.unit', { unit: inLocale(unitNames[draft.unit], locale) })}</span>
        </li>
        {draft.tiers.map((tier, at) => (
          // Tiers have no name of their own: their place is who they are.
          <li key={String(at)}>
            <NumberBox
              className={field.control}
              id={anchorOf(`/tiers/${at}/minQuantity`)}
              disabled={locked}
              aria-label={`${t('price.from')} ${at + 1}`}
              aria-invalid={wrong(`/tiers/${at}/minQuantity`)}
              value={tier.minQuantity}
              onChange={(minQuantity) => put(at, { ...tier, minQuantity })}
            />
            <NumberBox
              className={field.control}
              id={anchorOf(`/tiers/${at}/unitPrice`)}
              disabled={locked}
              aria-label={`${t('price.unit', { unit: inLocale(unitNames[draft.unit], locale) })} ${at + 1}`}
              aria-invalid={wrong(`/tiers/${at}/unitPrice`)}
              digits={currencyDigits[currency]}
              value={tier.unitPrice}
              onChange={(unitPrice) => put(at, { ...tier, unitPrice })}
            />
            <small className="num">
              {at > 0 &&
                base !== null &&
                tier.unitPrice !== null &&
                tier.unitPrice < base &&
                t('price.saving', { percent: (((base - tier.unitPrice) / base) * 100).toFixed(1) })}
            </small>
            <button
              type="button"
              disabled={locked || draft.tiers.length === 1}
              aria-label={t('price.remove', { place: at + 1 })}
              onClick={() => change({ tiers: draft.tiers.filter((_, index) => index !== at) })}
            >
              <IconX size={16} stroke={1.8} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      <Button
        size="s"
        disabled={locked || draft.tiers.length >= 8}
        onClick={() => change({ tiers: [...draft.tiers, { minQuantity: null, unitPrice: null }] })}
      >
        <IconPlus size={15} stroke={1.8} aria-hidden="true" />
        {t('price.add')}
      </Button>
    </Group>
  )
}
