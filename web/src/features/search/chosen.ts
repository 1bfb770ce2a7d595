import { currencyDigits } from '#shared/money.ts'
import type { Facets } from '#shared/search/contract.ts'
import type { Localised } from '#shared/text.ts'
import type { Market } from '#web/src/features/markets/queries.ts'
import { type Choice, isChosen, without } from './choice.ts'

/** A chosen filter as the reader sees it, and the choice that is left without it. */
export type ChosenChip = { id: string; term: Localised; value: Localised; without: Choice }

/** All chosen filters with their names, in the order of the facets. */
export function chosenChips(market: Market, facets: Facets, choice: Choice): ChosenChip[] {
  const chips: ChosenChip[] = []
  const category = [...facets.categories, ...market.categories].find((one) => one.id === choice.category)
  if (category)
    chips.push({
      id: 'category',
      term: { zh: '类目', en: 'Category' },
      value: category.name,
      without: without(choice, 'category'),
    })
  const { priceMin, priceMax } = choice
  if (priceMin !== undefined || priceMax !== undefined) {
    const scale = 10 ** currencyDigits[market.currency]
    const range = `${(priceMin ?? 0) / scale}–${priceMax === undefined ? '∞' : priceMax / scale}`
    chips.push({
      id: 'price',
      term: { zh: '单价', en: 'Price' },
      value: { zh: range, en: range },
      without: without(choice, 'price'),
    })
  }
  for (const facet of facets.others) {
    for (const one of facet.values) {
      if (!isChosen(choice, facet.kind, facet.key, one.value)) continue
      const [term, value] =
        facet.kind === 'flag' && one.value === 'true'
          ? [{ zh: '', en: '' }, facet.name]
          : [facet.name, one.name]
      chips.push({
        id: `${facet.key}:${one.value}`,
        term,
        value,
        without: without(choice, facet.key, one.value),
      })
    }
  }
  return chips
}
