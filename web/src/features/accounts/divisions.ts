import { queryOptions } from '@tanstack/react-query'
import type { Locale } from '#shared/text.ts'

/** One division of China: its code as it stands in an address (six digits, GB/T 2260) and its name in both languages. */
export type Division = { code: string; zh: string; en: string }
/** Provinces, and what lies in a province or a city. A province or city without divisions of its own stands for itself. */
export type Divisions = {
  provinces: readonly Division[]
  citiesOf: (provinceCode: string) => readonly Division[]
  districtsOf: (cityCode: string) => readonly Division[]
}

type Table = { provinces: Readonly<Record<string, string>>; cities: Readonly<Record<string, string>> }

const division = (code: string, [zh = '', en = '']: readonly string[]): Division => ({
  code: code.padEnd(6, '0'),
  zh,
  en,
})

/** Reads the table: `"35": "福建省|Fujian"`, `"3505": "泉州市|Quanzhou|81石狮市:Shishi,…"`. */
export function readDivisions({ provinces, cities }: Table): Divisions {
  const all = Object.entries(cities).map(([code, line]) => {
    const parts = line.split('|')
    const districts = (parts[2] ?? '')
      .split(',')
      .filter((one) => one !== '')
      .map((one) => division(code + one.slice(0, 2), one.slice(2).split(':')))
    return { ...division(code, parts), districts }
  })
  const provinceList = Object.entries(provinces).map(([code, line]) => division(code, line.split('|')))
  const orItself = (found: readonly Division[], itself: Division | undefined) =>
    found.length > 0 || itself === undefined ? found : [itself]
  return {
    provinces: provinceList,
    citiesOf: (code) =>
      orItself(
        all.filter((city) => city.code.startsWith(code.slice(0, 2))),
        provinceList.find((one) => one.code === code),
      ),
    districtsOf: (code) =>
      orItself(
        all.find((city) => city.code === code)?.districts ?? [],
        all.find((city) => city.code === code) ?? provinceList.find((one) => one.code === code),
      ),
  }
}

/** China's divisions, fetched when an address is written: 35 kB that no other page needs. */
export const divisionsQuery = queryOptions({
  queryKey: ['divisions'],
  queryFn: async () => readDivisions((await import('./divisions.json')).default),
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
})

/** A division's name for the reader; in English with the Chinese name that stands on signs and labels. */
export const divisionName = (one: Division, locale: Locale): string =>
  locale === 'zh' ? one.zh : `${one.en} ${one.zh}`

/** The names as they go on the label, e.g. 福建省 泉州市 石狮市. A name that repeats the one before is left out. */
export const labelNames = (divisions: readonly Division[]): string =>
  divisions
    .map((one) => one.zh)
    .filter((name, index, all) => name !== all[index - 1] && !/直辖县级|（县）/.test(name))
    .join(' ')
