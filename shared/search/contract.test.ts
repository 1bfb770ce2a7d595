import { expect, test } from 'vitest'
import { SearchQuery } from './contract.ts'

test('values of one attribute come together, whatever the attribute is called', () => {
  const { attr } = SearchQuery.parse({
    attr: ['season:summer,fabric:cotton', 'season:autumn', 'constructor:x'],
  })
  expect(attr).toEqual({ season: ['summer', 'autumn'], fabric: ['cotton'], constructor: ['x'] })
})
