import { IconSearchOff } from '@tabler/icons-react'
import { inLocale } from '#shared/text.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { Chip } from '#web/src/ui/chip.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import { type Choice, filterCount, withoutFilters } from './choice.ts'
import type { ChosenChip } from './chosen.ts'
import style from './empty-result.module.css'
import { searchTexts } from './texts.ts'

type EmptyProps = {
  market: Market
  chips: readonly ChosenChip[]
  choice: Choice
  change: (choice: Choice) => void
}

/** No goods: says why, and offers what is likely to bring some: fewer conditions, other words, a category. */
export function EmptyResult({ market, chips, choice, change }: EmptyProps) {
  const t = useTexts(searchTexts)
  const locale = useLocale()
  const filtered = filterCount(choice) > 0
  return (
    <Panel>
      <Empty
        icon={<IconSearchOff size={36} stroke={1.4} aria-hidden="true" />}
        title={filtered || !choice.q ? t('empty.filtered') : t('empty.title', { q: choice.q })}
        actions={
          <>
            {filtered && (
              <Button kind="primary" onClick={() => change(withoutFilters(choice))}>
                {t('empty.clear')}
              </Button>
            )}
            {choice.q && (
              <ButtonLink to={paths.search(market.slug, { quantity: choice.quantity })}>
                {t('empty.all')}
              </ButtonLink>
            )}
          </>
        }
      >
        <p>{t('empty.text')}</p>
        {chips.length > 0 && (
          <div className={style.chips}>
            <span>{t('empty.without')}</span>
            {chips.map((chip) => {
              const [term, value] = [inLocale(chip.term, locale), inLocale(chip.value, locale)]
              return (
                <Chip
                  key={chip.id}
                  term={term}
                  value={value}
                  removeLabel={t('remove', { term, value })}
                  onRemove={() => change(chip.without)}
                />
              )
            })}
          </div>
        )}
        <div className={style.browse}>
          <span>{t('empty.browse')}</span>
          {market.categories
            .filter((one) => one.leaf && one.count > 0)
            .toSorted((a, b) => b.count - a.count)
            .slice(0, 6)
            .map((one) => (
              <Link key={one.id} className="link" to={paths.category(market.slug, one.id)}>
                {inLocale(one.name, locale)}
              </Link>
            ))}
        </div>
      </Empty>
    </Panel>
  )
}
