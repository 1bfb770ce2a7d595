import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from '#web/src/search-params.ts'
import {
  filterCount,
  readChoice,
  toggleAttribute,
  toggleParameter,
  toSearchQuery,
  without,
  withoutFilters,
} from './choice.ts'

const read = (url: string) => readChoice(parseSearch(url))

test('a choice survives the way through the URL and back', () => {
  const choice = read(
    '?q=2618&quantity=300&attr=season:summer&attr=fabric:cotton&mixedBatch=true&sort=price_asc',
  )
  expect(choice).toEqual({
    q: '2618',
    quantity: 300,
    attr: ['season:summer', 'fabric:cotton'],
    mixedBatch: true,
    sort: 'price_asc',
  })
  expect(read(stringifySearch(choice))).toEqual(choice)
})

test('what is not understood in a URL is left out instead of failing the page', () => {
  expect(read('?quantity=-4&sort=boost&attr=nonsense&moqMax=1e9&view=map')).toEqual({ attr: [] })
})

test('the server is always asked at a quantity, so that its prices are the ones shown', () => {
  expect(toSearchQuery({ q: 'a', view: 'list' })).toEqual({ q: 'a', quantity: 200, sort: 'relevance' })
})

test('a filter that is pressed twice is gone', () => {
  const once = toggleAttribute({ q: 'a' }, 'season', 'summer')
  expect(filterCount(once)).toBe(1)
  expect(toggleAttribute(once, 'season', 'summer').attr).toBeUndefined()
  expect(toggleParameter(toggleParameter({}, 'moqMax', '50'), 'moqMax', '50').moqMax).toBeUndefined()
})

test('clearing the filters keeps the words, the quantity and the order', () => {
  const choice = read('?q=a&quantity=300&priceMin=100&attr=season:summer&sort=newest')
  expect(withoutFilters(choice)).toMatchObject({ q: 'a', quantity: 300, sort: 'newest' })
  expect(filterCount(withoutFilters(choice))).toBe(0)
  expect(filterCount(without(choice, 'price'))).toBe(1)
})
