import { completeCreditCode } from '#shared/enterprises/credit-code.ts'
import type { Localised } from '#shared/text.ts'
import { type Lots, lotsFor } from './chances.ts'
import { dateInChina, plusDays, plusMonths } from './days.ts'
import { personName, shoeBrands, slugOf, wearBrands } from './names.ts'
import { addressAt, shishiPlaces, shoePlaces } from './places.ts'
import type { EnterpriseSeed } from './types.ts'

type Trade = 'wear' | 'shoes'

const tradeWords: Record<Trade, readonly (readonly [string, string])[]> = {
  wear: [
    ['童装', "Children's Wear"],
    ['服饰', 'Garments'],
    ['儿童用品', "Children's Goods"],
    ['针织', 'Knitwear'],
  ],
  shoes: [
    ['鞋业', 'Shoes'],
    ['体育用品', 'Sporting Goods'],
    ['鞋服', 'Footwear'],
    ['户外用品', 'Outdoor Goods'],
  ],
}

const cityPrefix: Record<string, Localised> = {
  '350581': { zh: '石狮市', en: 'Shishi' },
  '350582': { zh: '晋江市', en: 'Jinjiang' },
  '350503': { zh: '泉州市丰泽', en: 'Quanzhou Fengze' },
  '350504': { zh: '泉州市洛江', en: 'Quanzhou Luojiang' },
}

/** 36 makers of children's wear and 24 of shoes, all invented, each verified within the last six months but a few. */
export function makeEnterprises(seed: number, today: Date): EnterpriseSeed[] {
  const lots = lotsFor(seed, 'enterprises')
  const wear = wearBrands.map((brand, i) => makeEnterprise(lots, 'wear', brand, i, today))
  const shoes = shoeBrands.map((brand, i) => makeEnterprise(lots, 'shoes', brand, 100 + i, today))
  return [...wear, ...shoes]
}

function makeEnterprise(
  lots: Lots,
  trade: Trade,
  [zh, latin]: readonly [string, string],
  serial: number,
  today: Date,
): EnterpriseSeed {
  const lead = serial === 0
  const where = lead ? shishiPlaces[2] : lots.pick(trade === 'wear' ? shishiPlaces : shoePlaces)
  if (!where) throw new Error('a place is missing')
  const form = lead
    ? 'limited_company'
    : lots.weighted([
        ['limited_company', 8],
        ['sole_trader', 2],
        ['partnership', 1],
      ] as const)
  const [word, wordEn] = lead ? (['童装', "Children's Wear"] as const) : lots.pick(tradeWords[trade])
  const city = cityPrefix[where.division] ?? { zh: '', en: '' }
  const suffix = {
    limited_company: ['有限公司', 'Co., Ltd.'],
    sole_trader: ['商行', 'Trading House'],
    partnership: ['制造厂（普通合伙）', 'Works (General Partnership)'],
  }[form] as [string, string]
  const verified = plusDays(today, -(serial % 20 === 7 ? lots.whole(172, 178) : lots.whole(6, 168)))
  const verifiedOn = dateInChina(verified)
  return {
    key: `ent-${slugOf(latin)}`,
    name: { zh: `${city.zh}${zh}${word}${suffix[0]}`, en: `${city.en} ${latin} ${wordEn} ${suffix[1]}` },
    brand: { zh, en: latin },
    legalForm: form,
    creditCode: completeCreditCode(
      `${form === 'sole_trader' ? '92' : '91'}${where.division}`,
      1000 + serial * 37,
    ),
    legalRepresentative: personName(lots),
    registeredCapital: {
      amount: lead ? 3_000_000_000 : lots.pick([10, 50, 100, 100, 200, 300, 500, 1000]) * 1_000_000,
      currency: 'CNY',
    },
    foundedOn: dateInChina(plusDays(today, -lots.whole(lead ? 5200 : 1100, lead ? 5600 : 6900))),
    division: where.division,
    domicile: addressAt(where, lots.whole(3, 268)),
    businessScope:
      trade === 'wear'
        ? '服装制造；服饰制造；母婴用品销售；针纺织品销售；货物进出口'
        : '制鞋；鞋帽批发；鞋制造；体育用品及器材制造；货物进出口',
    verifiedOn,
    nextVerificationOn: plusMonths(verifiedOn, 6),
    factory: lead || serial % 3 === 1 ? factoryOf(lots, trade, today, lead) : null,
  }
}

function factoryOf(lots: Lots, trade: Trade, today: Date, lead: boolean): EnterpriseSeed['factory'] {
  const machines = lead ? 86 : lots.whole(22, 140)
  const lines = lots.whole(2, 6)
  return {
    inspectedOn: dateInChina(plusDays(today, -lots.whole(30, 330))),
    inspectedBy: trade === 'wear' ? 'assoc-shishi-childrens-wear' : 'op-shoes',
    workers: Math.round(machines * (1.2 + lots.chance() * 0.6)),
    machines:
      trade === 'wear'
        ? { zh: `车缝 ${machines} 台`, en: `${machines} sewing machines` }
        : {
            zh: `成型线 ${lines} 条、针车 ${machines} 台`,
            en: `${lines} lasting lines, ${machines} stitching machines`,
          },
    monthlyPieces: Math.round((machines * lots.whole(420, 900)) / 1000) * 1000,
    areaSquareMetres: Math.round((machines * lots.whole(14, 30)) / 100) * 100,
  }
}
