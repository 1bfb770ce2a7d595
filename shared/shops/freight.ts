import { z } from 'zod'
import { Currency, MinorAmount, type Money, money } from '#shared/money.ts'
import { type Localised, line, lineIn } from '#shared/text.ts'

/** Province-level divisions of China by the first two digits of GB/T 2260. */
export const provinceNames: Readonly<Record<string, Localised>> = {
  '11': { zh: '北京', en: 'Beijing' },
  '12': { zh: '天津', en: 'Tianjin' },
  '13': { zh: '河北', en: 'Hebei' },
  '14': { zh: '山西', en: 'Shanxi' },
  '15': { zh: '内蒙古', en: 'Inner Mongolia' },
  '21': { zh: '辽宁', en: 'Liaoning' },
  '22': { zh: '吉林', en: 'Jilin' },
  '23': { zh: '黑龙江', en: 'Heilongjiang' },
  '31': { zh: '上海', en: 'Shanghai' },
  '32': { zh: '江苏', en: 'Jiangsu' },
  '33': { zh: '浙江', en: 'Zhejiang' },
  '34': { zh: '安徽', en: 'Anhui' },
  '35': { zh: '福建', en: 'Fujian' },
  '36': { zh: '江西', en: 'Jiangxi' },
  '37': { zh: '山东', en: 'Shandong' },
  '41': { zh: '河南', en: 'Henan' },
  '42': { zh: '湖北', en: 'Hubei' },
  '43': { zh: '湖南', en: 'Hunan' },
  '44': { zh: '广东', en: 'Guangdong' },
  '45': { zh: '广西', en: 'Guangxi' },
  '46': { zh: '海南', en: 'Hainan' },
  '50': { zh: '重庆', en: 'Chongqing' },
  '51': { zh: '四川', en: 'Sichuan' },
  '52': { zh: '贵州', en: 'Guizhou' },
  '53': { zh: '云南', en: 'Yunnan' },
  '54': { zh: '西藏', en: 'Tibet' },
  '61': { zh: '陕西', en: 'Shaanxi' },
  '62': { zh: '甘肃', en: 'Gansu' },
  '63': { zh: '青海', en: 'Qinghai' },
  '64': { zh: '宁夏', en: 'Ningxia' },
  '65': { zh: '新疆', en: 'Xinjiang' },
  '71': { zh: '台湾', en: 'Taiwan' },
  '81': { zh: '香港', en: 'Hong Kong' },
  '82': { zh: '澳门', en: 'Macao' },
}

const Province = z
  .string()
  .refine((code) => Object.hasOwn(provinceNames, code), { error: 'unknown-province' })
const Country = z.string().regex(/^[A-Z]{2}$/)

/** A tariff: the first unit (grams or pieces) costs `firstFee`, each further begun unit `nextFee`; minor units of money. */
export const FreightTariff = z.strictObject({
  kind: z.literal('tariff'),
  firstUnit: z.int().min(1).max(10_000_000),
  firstFee: MinorAmount,
  nextUnit: z.int().min(1).max(10_000_000),
  nextFee: MinorAmount,
  /** 最低一票: a consignment never costs less. */
  minimumFee: MinorAmount,
})
export type FreightTariff = z.infer<typeof FreightTariff>

/** What holds for a zone: a tariff, freight that the shop explains before payment (运费待议), or no shipping there. */
export const FreightRate = z.discriminatedUnion('kind', [
  FreightTariff,
  z.strictObject({ kind: z.literal('to-be-explained') }),
  z.strictObject({ kind: z.literal('not-shipped') }),
])
export type FreightRate = z.infer<typeof FreightRate>

export const FreightZone = z
  .strictObject({
    name: lineIn(60),
    /** First two digits of GB/T 2260, for destinations in China. */
    provinces: z.array(Province).max(34),
    /** ISO 3166-1 alpha-2, for destinations abroad; Hong Kong, Macao and Taiwan are provinces 81, 82 and 71. */
    countries: z.array(Country).max(250),
    rate: FreightRate,
  })
  .refine((zone) => zone.provinces.length + zone.countries.length > 0, {
    error: 'empty-zone',
    path: ['provinces'],
  })
export type FreightZone = z.infer<typeof FreightZone>

/** 运费模板 of a shop (commercial-and-law.md 1.1.4). A destination stands in one zone at most; `rest` holds for all others. */
export const FreightTemplate = z
  .strictObject({
    name: line(60),
    currency: Currency,
    chargeBy: z.enum(['weight', 'pieces']),
    /** 卖家包邮 or 买家承担. A shop that pays still says where it does not ship. */
    paidBy: z.enum(['seller', 'buyer']),
    zones: z.array(FreightZone).max(60),
    rest: FreightRate,
  })
  .superRefine((template, context) => {
    const seen = new Set<string>()
    for (const [index, zone] of template.zones.entries()) {
      for (const code of [...zone.provinces, ...zone.countries]) {
        if (seen.has(code))
          context.addIssue({
            code: 'custom',
            message: 'destination-twice',
            path: ['zones', index],
            params: { code },
          })
        seen.add(code)
      }
    }
  })
export type FreightTemplate = z.infer<typeof FreightTemplate>

/** Where goods go: in China with the province's two digits, or a country. */
export type Destination = { readonly country: string; readonly province: string | null }
export type Consignment = { readonly weightGrams: number | null; readonly pieces: number }

export type FreightRefusal =
  | 'shops/freight-to-be-explained'
  | 'shops/not-shipped-there'
  | 'shops/weight-unknown'
  | 'shops/province-missing'
export type Freight =
  | { ok: true; amount: Money; paidBy: 'seller' | 'buyer' }
  | { ok: false; code: FreightRefusal; facts: { country: string; province: string | null } }

/** ISO country codes of places that GB/T 2260 counts among the provinces. */
const provinceOfCountry: Readonly<Record<string, string>> = { TW: '71', HK: '81', MO: '82' }

/**
 * What the buyer pays for one consignment, in whole minor units; nought when the seller pays. Refused with a code when
 * the template has no tariff for the destination, or charges by weight and the weight of a piece is unknown.
 */
export function freightFor(template: FreightTemplate, to: Destination, consignment: Consignment): Freight {
  const province = provinceOfCountry[to.country] ?? (to.country === 'CN' ? to.province : null)
  const inChina = to.country === 'CN' || province !== null
  const refuse = (code: FreightRefusal): Freight => ({
    ok: false,
    code,
    facts: { country: to.country, province },
  })
  if (inChina && province === null) return refuse('shops/province-missing')
  const zone = template.zones.find((each) =>
    inChina ? each.provinces.includes(province ?? '') : each.countries.includes(to.country),
  )
  const rate = zone?.rate ?? template.rest
  if (rate.kind === 'not-shipped') return refuse('shops/not-shipped-there')
  if (template.paidBy === 'seller') return { ok: true, amount: money(0, template.currency), paidBy: 'seller' }
  if (rate.kind === 'to-be-explained') return refuse('shops/freight-to-be-explained')
  const size = template.chargeBy === 'pieces' ? consignment.pieces : consignment.weightGrams
  if (size === null || (template.chargeBy === 'weight' && size <= 0)) return refuse('shops/weight-unknown')
  const fee = feeOf(rate, size)
  // More than a bank transfer carries is no fee that anybody means to pay.
  if (fee > mostFee) return refuse('shops/freight-to-be-explained')
  return { ok: true, amount: money(fee, template.currency), paidBy: 'buyer' }
}

/** Whether some destination can be ordered to under this template; where freight is explained first, nobody can check out. */
export function deliversSomewhere({
  paidBy,
  zones,
  rest,
}: Pick<FreightTemplate, 'paidBy' | 'zones' | 'rest'>): boolean {
  return [rest, ...zones.map((zone) => zone.rate)].some(
    ({ kind }) => kind === 'tariff' || (kind === 'to-be-explained' && paidBy === 'seller'),
  )
}

const mostFee = 1_000_000_000_000

function feeOf(tariff: FreightTariff, size: number): number {
  const further = Math.max(0, Math.ceil((size - tariff.firstUnit) / tariff.nextUnit))
  return Math.max(tariff.minimumFee, tariff.firstFee + further * tariff.nextFee)
}
