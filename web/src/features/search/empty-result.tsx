import { IconSearchOff } from '@tabler/icons-react'
import { inLocale } from '#shared/text.ts'
import type { MarketView, SearchAnswer } from '#web/src/api/shapes.ts'
import { paths } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { Button, ButtonLink } from '#web/src/ui/button.tsx'
import { Chip } from '#web/src/ui/chip.tsx'
import { Link } from '#web/src/ui/link.tsx'
import { Panel } from '#web/src/ui/panel.tsx'
import { Empty } from '#web/src/ui/states.tsx'
import { type Choice, filterCount, without, withoutFilters } from './choice.ts'
import style from './empty-result.module.css'
import { searchTexts } from './texts.ts'

type EmptyProps = { market: MarketView; answer: SearchAnswer; choice: Choice; change: (choice: Choice) => void }

/** No goods: says why, and offers what is likely to bring some: fewer conditions, other words, a category. */
export function EmptyResult({ market, answer, choice, change }: EmptyProps) {
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
            {answer.suggestions.map((words) => (
              <ButtonLink key={words} to={paths.search(market.id, { q: words, quantity: choice.quantity })}>
                {t('empty.try')} “{words}”
              </ButtonLink>
            ))}
          </>
        }
      >
        <p>{t('empty.text')}</p>
        {answer.understood.length > 0 && (
          <div className={style.chips}>
            <span>{t('empty.without')}</span>
            {answer.understood.map((one) => (
              <Chip key={`${one.key}:${one.value}`} term={inLocale(one.label, locale)} value={inLocale(one.name, locale)} removeLabel={t('remove', { term: inLocale(one.label, locale), value: inLocale(one.name, locale) })} onRemove={() => change(without(choice, one.key, one.value))} />
            ))}
          </div>
        )}
        <div className={style.browse}>
          <span>{t('empty.browse')}</span>
          {market.categories
            .filter((one) => one.productCount > 0 && one.parentId !== null)
            .toSorted((a, b) => b.productCount - a.productCount)
            .slice(0, 6)
            .map((one) => (
              <Link key={one.id} className="link" to={paths.category(market.id, one.id)}>
                {inLocale(one.name, locale)}
              </Link>
            ))}
        </div>
      </Empty>
    </Panel>
  )
}
