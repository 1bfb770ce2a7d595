import { completeCreditCode } from '#shared/enterprises/credit-code.ts'
import { type Lots, lotsFor } from './chances.ts'
import { dateInChina, plusDays } from './days.ts'
import { personName, slugOf } from './names.ts'
import { addressAt, shishiPlaces, shoePlaces } from './places.ts'
import type { ApplicationSeed, EnterpriseSeed, FreightTemplateSeed, ShopSeed } from './types.ts'

/** The same code with a wrong last character: well formed, to be compared with the licence by a person. */
const misprinted = (code: string): string => code.slice(0, 17) + (code.endsWith('0') ? '1' : '0')

/** One shop for each enterprise: the first 36 in the children's wear market, the others in the shoe market. */
export function makeShops(
  seed: number,
  today: Date,
  enterprises: readonly EnterpriseSeed[],
  booths: readonly string[],
): ShopSeed[] {
  const lots = lotsFor(seed, 'shops')
  const free = lots.some(booths, booths.length)
  return enterprises.map((enterprise, i) => {
    const wear = i < 36
    const anchor = i === 0
    const age = anchor ? 2170 : lots.whole(60, wear ? 2000 : 940)
    return {
      key: `shop-${slugOf(enterprise.brand.en)}`,
      market: wear ? 'market-shishi-kids' : 'market-fujian-shoes',
      enterprise: enterprise.key,
      slug: slugOf(enterprise.brand.en),
      name: shopName(enterprise, wear),
      about: aboutShop(enterprise, wear),
      openedOn: dateInChina(plusDays(today, -age)),
      anchor,
      booths: wear && (anchor || lots.happens(0.78)) ? free.splice(0, anchor ? 2 : 1) : [],
      mixedBatch: lots.weighted([
        [{ minQuantity: 30, minAmount: 50_000 }, 5],
        [{ minQuantity: 50, minAmount: null }, 2],
        [{ minQuantity: null, minAmount: 80_000 }, 2],
        [null, 2],
      ]),
      freight: freightTemplate(lots),
      leadTimeDays: anchor
        ? 2
        : lots.weighted([
            [2, 5],
            [3, 4],
            [5, 2],
            [7, 1],
          ]),
      cutoffHour: lots.pick([15, 16, 17]),
      customisable: anchor || lots.happens(0.6),
      accountPeriodDays: anchor
        ? 30
        : lots.weighted([
            [0 as const, 6],
            [15 as const, 2],
            [30 as const, 2],
          ]),
    }
  })
}

const shopName = (enterprise: EnterpriseSeed, wear: boolean) => ({
  zh: `${enterprise.brand.zh}${wear ? '童装' : '鞋业'}`,
  en: `${enterprise.brand.en} ${wear ? 'Kids' : 'Shoes'}`,
})

function aboutShop(enterprise: EnterpriseSeed, wear: boolean) {
  const since = enterprise.foundedOn.slice(0, 4)
  const { factory } = enterprise
  const floor = factory
    ? {
        zh: `自有工厂，${factory.machines.zh}，月产约 ${(factory.monthlyPieces / 10000).toFixed(1)} 万${wear ? '件' : '双'}。`,
        en: `Own factory with ${factory.machines.en}, about ${factory.monthlyPieces.toLocaleString('en-US')} ${wear ? 'pieces' : 'pairs'} a month. `,
      }
    : {
        zh: '长期合作的加工厂三家，自己打版、自己验货。',
        en: 'Patterns and inspection in house, sewing with three long-standing partners. ',
      }
  return {
    zh: `${since} 年起做${wear ? '童装' : '鞋'}。${floor.zh}常备现货，补货当天答复。`,
    en: `Making ${wear ? "children's wear" : 'shoes'} since ${since}. ${floor.en}Stock kept ready; restocking is answered the same day.`,
  }
}

/** By weight: near provinces, the rest of the mainland, the far west; abroad is explained before payment. */
function freightTemplate(lots: Lots): FreightTemplateSeed {
  const tariff = (firstFee: number, nextFee: number) => ({
    kind: 'tariff' as const,
    firstUnit: 1000,
    firstFee,
    nextUnit: 1000,
    nextFee,
    minimumFee: firstFee,
  })
  const base = lots.pick([600, 700, 800])
  const next = lots.pick([80, 100, 120])
  return {
    name: '快递与零担，按重量',
    currency: 'CNY',
    chargeBy: 'weight',
    paidBy: 'buyer',
    zones: [
      {
        name: { zh: '华东华南', en: 'East and South China' },
        provinces: ['31', '32', '33', '34', '35', '36', '44', '45'],
        countries: [],
        rate: tariff(base, next),
      },
      {
        name: { zh: '西北与西藏', en: 'North-west and Tibet' },
        provinces: ['54', '62', '63', '64', '65', '15'],
        countries: [],
        rate: tariff(base + 1000, next + 260),
      },
      {
        name: { zh: '其他省市', en: 'Other provinces' },
        provinces: [
          '11',
          '12',
          '13',
          '14',
          '21',
          '22',
          '23',
          '37',
          '41',
          '42',
          '43',
          '46',
          '50',
          '51',
          '52',
          '53',
          '61',
        ],
        countries: [],
        rate: tariff(base + 300, next + 70),
      },
    ],
    rest: { kind: 'to-be-explained' },
  }
}

/** What waits at the door: complete ones, one whose code does not check, one without its papers. */
export function makeApplications(seed: number, today: Date): ApplicationSeed[] {
  const lots = lotsFor(seed, 'applications')
  const rows = [
    ['风铃树', 'Fenglingshu', 'wear', 'submitted', []],
    ['麦芽湾', 'Maiyawan', 'wear', 'in_review', []],
    ['纽扣森林', 'Niukou Senlin', 'wear', 'in_review', ['credit-code-review']],
    ['小海贝', 'Xiaohaibei', 'wear', 'incomplete', ['missing-licence', 'missing-identity']],
    ['晚潮履', 'Wanchaolü', 'shoes', 'submitted', []],
    ['登高里', 'Denggaoli', 'shoes', 'in_review', ['missing-booth-proof']],
  ] as const
  return rows.map(([zh, latin, trade, state, flags], i) => {
    const where = lots.pick(trade === 'wear' ? shishiPlaces : shoePlaces)
    const code = completeCreditCode(`91${where.division}`, 30_000 + i * 211)
    const review = flags.some((flag) => flag === 'credit-code-review')
    return {
      key: `app-${slugOf(latin)}`,
      market: trade === 'wear' ? 'market-shishi-kids' : 'market-fujian-shoes',
      applicant: {
        name: {
          zh: `${where.city.zh.replace('泉州市', '泉州')}${zh}${trade === 'wear' ? '服饰' : '鞋业'}有限公司`,
          en: `${latin} ${trade === 'wear' ? 'Garments' : 'Shoes'} Co., Ltd.`,
        },
        creditCode: review ? misprinted(code) : code,
        legalRepresentative: personName(lots),
        domicile: addressAt(where, lots.whole(2, 180)),
        division: where.division,
      },
      shopName: {
        zh: zh + (trade === 'wear' ? '童装' : '鞋业'),
        en: `${latin} ${trade === 'wear' ? 'Kids' : 'Shoes'}`,
      },
      submittedAt: state === 'incomplete' ? null : plusDays(today, -0.4 - i * 0.9).toISOString(),
      state,
      flags: [...flags],
      documents:
        state === 'incomplete'
          ? []
          : flags.some((flag) => flag === 'missing-booth-proof')
            ? ['licence', 'identity']
            : ['licence', 'identity', 'booth-contract'],
      contact: `${slugOf(latin)}@example.com`,
    }
  })
}
