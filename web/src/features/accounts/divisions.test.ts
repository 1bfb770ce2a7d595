import { describe, expect, test } from 'vitest'
import { Place } from '#shared/accounts/shapes.ts'
import { provinceNames } from '#shared/shops/freight.ts'
import table from './divisions.json' with { type: 'json' }
import { labelNames, readDivisions } from './divisions.ts'

const divisions = readDivisions(table)

describe('divisions of China', () => {
  test('cover every province that freight knows', () => {
    expect(divisions.provinces.map((one) => one.code.slice(0, 2)).toSorted()).toEqual(
      Object.keys(provinceNames).toSorted(),
    )
  })

  test('let every way from province to district end in a place that an address accepts', () => {
    for (const province of divisions.provinces) {
      const cities = divisions.citiesOf(province.code)
      expect(cities.length, province.zh).toBeGreaterThan(0)
      for (const city of cities) {
        const districts = divisions.districtsOf(city.code)
        expect(districts.length, city.zh).toBeGreaterThan(0)
        for (const district of districts) {
          const place = {
            kind: 'china',
            provinceCode: province.code,
            cityCode: city.code,
            districtCode: district.code,
            names: labelNames([province, city, district]),
          }
          expect(Place.safeParse(place).success, place.names).toBe(true)
        }
      }
    }
  })

  test('name every division in both languages, and give no code twice', () => {
    const all = divisions.provinces.flatMap((one) =>
      divisions.citiesOf(one.code).flatMap((city) => divisions.districtsOf(city.code)),
    )
    for (const one of all) {
      expect(one.zh, one.code).toMatch(/^[\p{Script=Han}（）]+$/u)
      expect(one.en, one.code).toMatch(/^[A-Z][A-Za-zêüŕ'() -]+$/)
    }
    expect(new Set(all.map((one) => one.code)).size).toBe(all.length)
  })

  test('know Shishi and its neighbours', () => {
    const names = divisions.districtsOf('350500').map((one) => one.zh)
    expect(names).toEqual(expect.arrayContaining(['石狮市', '晋江市', '南安市']))
  })

  test('write a municipality once on the label', () => {
    const shanghai = divisions.provinces.find((one) => one.code === '310000')
    const city = divisions.citiesOf('310000')[0]
    const district = divisions.districtsOf('310100').find((one) => one.zh === '黄浦区')
    expect(labelNames([shanghai, city, district].filter((one) => one !== undefined))).toBe('上海市 黄浦区')
  })
})
