import { completeCreditCode } from '#shared/enterprises/credit-code.ts'
import type { Localised } from '#shared/text.ts'
import { lotsFor } from './chances.ts'
import { dateInChina, plusDays } from './days.ts'
import { personName, slugOf } from './names.ts'
import type { BuyerSeed, PersonSeed } from './types.ts'

type Home = readonly [
  zhCity: string,
  enCity: string,
  division: string,
  province: string,
  district: string,
  districtEn: string,
  postal: string,
]

const homes: readonly (readonly [brand: readonly [string, string], kind: BuyerSeed['kind'], home: Home])[] = [
  [
    ['余杭芽衣', 'Yuhang Yayi'],
    'online_shop',
    ['浙江省杭州市', 'Hangzhou, Zhejiang', '330110', '33', '余杭区', 'Yuhang', '311100'],
  ],
  [
    ['钱塘小象', 'Qiantang Xiaoxiang'],
    'retailer',
    ['浙江省杭州市', 'Hangzhou, Zhejiang', '330105', '33', '拱墅区', 'Gongshu', '310011'],
  ],
  [
    ['中原百童汇', 'Zhongyuan Baitonghui'],
    'wholesaler',
    ['河南省郑州市', 'Zhengzhou, Henan', '410103', '41', '二七区', 'Erqi', '450000'],
  ],
  [
    ['嵩山履行', 'Songshan Lüxing'],
    'wholesaler',
    ['河南省郑州市', 'Zhengzhou, Henan', '410102', '41', '中原区', 'Zhongyuan', '450007'],
  ],
  [
    ['锦里小童品', 'Jinli Xiaotongpin'],
    'retailer',
    ['四川省成都市', 'Chengdu, Sichuan', '510106', '51', '金牛区', 'Jinniu', '610036'],
  ],
  [
    ['蓉城步行家', 'Rongcheng Walkers'],
    'retailer',
    ['四川省成都市', 'Chengdu, Sichuan', '510107', '51', '武侯区', 'Wuhou', '610041'],
  ],
  [
    ['义乌晴川贸易', 'Yiwu Qingchuan'],
    'trading_company',
    ['浙江省义乌市', 'Yiwu, Zhejiang', '330782', '33', '北苑街道', 'Beiyuan', '322000'],
  ],
  [
    ['义乌丝路童行', 'Yiwu Silutong'],
    'trading_company',
    ['浙江省义乌市', 'Yiwu, Zhejiang', '330782', '33', '福田街道', 'Futian', '322000'],
  ],
  [
    ['汉正小铺', 'Hanzheng Xiaopu'],
    'wholesaler',
    ['湖北省武汉市', 'Wuhan, Hubei', '420104', '42', '硚口区', 'Qiaokou', '430030'],
  ],
  [
    ['沈河暖冬', 'Shenhe Nuandong'],
    'wholesaler',
    ['辽宁省沈阳市', 'Shenyang, Liaoning', '210103', '21', '沈河区', 'Shenhe', '110013'],
  ],
  [
    ['长安童履', 'Changan Tonglü'],
    'retailer',
    ['陕西省西安市', "Xi'an, Shaanxi", '610104', '61', '莲湖区', 'Lianhu', '710003'],
  ],
  [
    ['岭南衣仓', 'Lingnan Yicang'],
    'online_shop',
    ['广东省广州市', 'Guangzhou, Guangdong', '440111', '44', '白云区', 'Baiyun', '510080'],
  ],
]

const abroad: readonly (readonly [
  name: string,
  zh: string,
  country: string,
  region: Localised,
  line: string,
  postal: string,
  kind: BuyerSeed['kind'],
  contact: string,
])[] = [
  [
    'Dune Kids Trading LLC',
    '沙丘童品贸易公司',
    'AE',
    { zh: '迪拜', en: 'Dubai' },
    'Warehouse 14, Sample Street 3, Deira',
    '00000',
    'trading_company',
    'Mariam Haddad',
  ],
  [
    'PT Melati Anak Sejahtera',
    '茉莉儿童用品公司',
    'ID',
    { zh: '雅加达', en: 'Jakarta' },
    'Jl. Contoh No. 18, Tanah Abang',
    '10250',
    'wholesaler',
    'Dewi Lestari',
  ],
  [
    'Mały Bór sp. z o.o.',
    '小森林童装公司',
    'PL',
    { zh: '华沙', en: 'Warsaw' },
    'ul. Przykładowa 7',
    '00-001',
    'wholesaler',
    'Anna Zielińska',
  ],
  [
    'Kopertowa Obuwie sp. z o.o.',
    '科佩托瓦鞋业公司',
    'PL',
    { zh: '华沙', en: 'Warsaw' },
    'ul. Wzorcowa 21',
    '00-002',
    'retailer',
    'Piotr Nowicki',
  ],
  [
    'Harbour & Thread Ltd',
    '海港与线公司',
    'GB',
    { zh: '利物浦', en: 'Liverpool' },
    '4 Example Row',
    'L1 0AA',
    'retailer',
    'Grace Whitfield',
  ],
  [
    'Sahel Footwear FZE',
    '萨赫勒鞋业公司',
    'AE',
    { zh: '迪拜', en: 'Dubai' },
    'Unit 9, Sample Free Zone',
    '00000',
    'trading_company',
    'Omar Khalil',
  ],
]

/** Buyers with their addresses, and the people who buy for them. Phones and streets abroad are plainly invented. */
export function makeBuyers(seed: number, today: Date): { buyers: BuyerSeed[]; people: PersonSeed[] } {
  const lots = lotsFor(seed, 'buyers')
  const people: PersonSeed[] = []
  const enrol = (
    buyer: string,
    name: Localised,
    domain: string,
    locale: 'zh' | 'en',
    role: 'buyer_owner' | 'buyer_staff',
  ) => {
    const local = slugOf(name.en).replace(/-/g, '.')
    people.push({
      key: `person-${domain}-${role === 'buyer_owner' ? 1 : 2}`,
      name,
      email: `${local}@${domain}.example.com`,
      locale,
      memberships: [{ subject: buyer, role }],
    })
  }
  const domestic = homes.map(([brand, kind, home], i): BuyerSeed => {
    const [city, cityEn, division, province, district, districtEn, postalCode] = home
    const key = `buyer-${slugOf(brand[1])}`
    const owner = personName(lots)
    enrol(key, owner, slugOf(brand[1]), 'zh', 'buyer_owner')
    const staff = personName(lots)
    if (i % 2 === 0) enrol(key, staff, slugOf(brand[1]), 'zh', 'buyer_staff')
    const address = (recipient: string, line: string, isDefault: boolean) => ({
      recipient,
      phone: `100 0000 ${String(1200 + i * 7).padStart(4, '0')}`,
      country: 'CN',
      province,
      region: { zh: `${city}${district}`, en: `${districtEn}, ${cityEn}` },
      line,
      postalCode,
      isDefault,
    })
    return {
      key,
      name: {
        zh: `${brand[0]}${kind === 'trading_company' ? '有限公司' : '商贸有限公司'}`,
        en: `${brand[1]} Trading Co., Ltd.`,
      },
      country: 'CN',
      creditCode: completeCreditCode(`91${division}`, 50_000 + i * 97),
      kind,
      locale: 'zh',
      joinedOn: dateInChina(plusDays(today, -lots.whole(140, 900))),
      addresses: [
        address(owner.zh, `样例路${10 + i * 3}号`, true),
        ...(i % 3 === 0 ? [address(staff.zh, `样例仓储园${i + 1}栋`, false)] : []),
      ],
      accountPeriodCredit: i % 4 === 0 ? 5_000_000 : 0,
    }
  })
  const foreign = abroad.map(([name, zh, country, region, line, postalCode, kind, contact], i): BuyerSeed => {
    const key = `buyer-${slugOf(name)}`
    enrol(
      key,
      { zh: contact, en: contact },
      slugOf(name).split('-').slice(0, 2).join('-'),
      'en',
      'buyer_owner',
    )
    return {
      key,
      name: { zh, en: name },
      country,
      creditCode: null,
      kind,
      locale: 'en',
      joinedOn: dateInChina(plusDays(today, -lots.whole(130, 600))),
      addresses: [
        {
          recipient: contact,
          phone: `+00 000 000 ${String(20 + i).padStart(4, '0')}`,
          country,
          province: null,
          region,
          line,
          postalCode,
          isDefault: true,
        },
        // Foreign buyers consolidate at a forwarder's warehouse in Yiwu, to which domestic freight applies.
        {
          recipient: `${name} c/o 集货仓`,
          phone: `100 0000 ${String(1900 + i)}`,
          country: 'CN',
          province: '33',
          region: { zh: '浙江省义乌市北苑街道', en: 'Beiyuan, Yiwu, Zhejiang' },
          line: `样例集货园${i + 1}号库`,
          postalCode: '322000',
          isDefault: false,
        },
      ],
      accountPeriodCredit: 0,
    }
  })
  return { buyers: [...domestic, ...foreign], people }
}
