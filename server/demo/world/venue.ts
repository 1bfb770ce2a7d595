import type { BoothSeed, VenueSeed } from './types.ts'

/** 中国童装城: four halls of three or four floors with their booths. Booth codes read 2F... as in "2馆3F-126". */
export function makeVenue(): VenueSeed {
  const trades = [
    ['1', '1号馆', 'Hall 1', '婴幼儿装', "Babies' wear", 3],
    ['2', '2号馆', 'Hall 2', '童装综合', "Children's wear", 4],
    ['3', '3号馆', 'Hall 3', '裙装与套装', 'Dresses and sets', 3],
    ['4', '4号馆', 'Hall 4', '外套与针织', 'Outerwear and knitwear', 3],
  ] as const
  return {
    key: 'venue-childrens-wear-city',
    cluster: 'cluster-shishi-childrens-wear',
    name: { zh: '中国童装城', en: "China Children's Wear City" },
    address: { zh: '福建省石狮市灵秀镇童衣路1号', en: 'No. 1, Tongyi Road, Lingxiu, Shishi, Fujian' },
    openingHours: '08:30–18:00',
    halls: trades.map(([code, zh, en, tradeZh, tradeEn, floors]) => ({
      code,
      name: { zh, en },
      trade: { zh: tradeZh, en: tradeEn },
      floors: Array.from({ length: floors }, (_, i) => ({
        number: i + 1,
        label: `${i + 1}F`,
        booths: boothsOf(code, i + 1),
      })),
    })),
  }
}

const boothsOf = (hall: string, floor: number): BoothSeed[] =>
  Array.from({ length: 24 }, (_, i) => {
    const number = String(101 + i).padStart(3, '0')
    return {
      code: `${hall}馆${floor}F-${number}`,
      hall,
      floor,
      number,
      areaSquareMetres: [18, 24, 36, 48][(i + floor) % 4] ?? 24,
    }
  })
