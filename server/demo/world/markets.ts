import { completeCreditCode } from '#shared/enterprises/credit-code.ts'
import { dateInChina, plusDays } from './days.ts'
import type { ClusterSeed, MarketSeed, OrganisationSeed, PartyRole, Power, PowerSeed } from './types.ts'

export const clusters: readonly ClusterSeed[] = [
  {
    key: 'cluster-shishi-childrens-wear',
    name: { zh: '石狮童装产业集群', en: "Shishi children's wear cluster" },
    goods: { zh: '婴幼儿装、童装', en: "babies' and children's wear" },
    divisions: ['350581'],
    about: {
      zh: '以童装城为中心，裁剪、车缝、印花、辅料都在一小时车程内。',
      en: "Around the Children's Wear City; cutting, sewing, printing and trimmings within an hour's drive.",
    },
  },
  {
    key: 'cluster-jinjiang-shoes',
    name: { zh: '晋江制鞋产业集群', en: 'Jinjiang shoe cluster' },
    goods: { zh: '运动鞋、休闲鞋、童鞋', en: "sports, casual and children's shoes" },
    divisions: ['350582', '350503', '350504'],
    about: {
      zh: '鞋材、模具、成鞋与检测同在一地，从打样到大货半个月。',
      en: 'Materials, moulds, assembly and testing in one place; half a month from sample to bulk.',
    },
  },
]

export const organisations: readonly OrganisationSeed[] = [
  {
    key: 'org-platform',
    kind: 'platform',
    name: { zh: '集市平台运行组', en: 'Jishi platform operations' },
    creditCode: completeCreditCode('91350581', 900001),
    division: '350581',
  },
  {
    key: 'gov-shishi-regulator',
    kind: 'government',
    name: { zh: '石狮市市场监督管理局（演示）', en: 'Shishi Administration for Market Regulation (demo)' },
    creditCode: completeCreditCode('11350581', 900002),
    division: '350581',
  },
  {
    key: 'assoc-shishi-childrens-wear',
    kind: 'association',
    name: { zh: '石狮市童装行业协会（演示）', en: "Shishi Children's Wear Association (demo)" },
    creditCode: completeCreditCode('51350581', 900003),
    division: '350581',
  },
  {
    key: 'gov-shoes-initiator',
    kind: 'government',
    name: { zh: '晋江市鞋业发展办公室（演示）', en: 'Jinjiang Shoe Industry Office (demo)' },
    creditCode: completeCreditCode('11350582', 900004),
    division: '350582',
  },
  {
    key: 'gov-shoes-investor',
    kind: 'government',
    name: {
      zh: '泉州市产业发展引导中心（演示）',
      en: 'Quanzhou Industrial Development Guidance Centre (demo)',
    },
    creditCode: completeCreditCode('12350500', 900005),
    division: '350500',
  },
  {
    key: 'gov-shoes-supervisor',
    kind: 'government',
    name: { zh: '晋江市市场监督管理局（演示）', en: 'Jinjiang Administration for Market Regulation (demo)' },
    creditCode: completeCreditCode('11350582', 900006),
    division: '350582',
  },
  {
    key: 'op-shoes',
    kind: 'operator',
    name: { zh: '泉州履程网络运营有限公司', en: 'Quanzhou Lücheng Network Operations Co., Ltd.' },
    creditCode: completeCreditCode('91350503', 900007),
    division: '350503',
  },
  {
    key: 'op-china-shoes',
    kind: 'operator',
    name: { zh: '鞋网联合运营有限公司', en: 'Shoes Network Joint Operations Co., Ltd.' },
    creditCode: completeCreditCode('91350503', 900008),
    division: '350503',
  },
]

const held = (
  power: Power,
  heldBy: PartyRole[],
  by: PowerSeed['by'] = 'office',
  approvedBy?: PartyRole,
): PowerSeed => ({
  power,
  heldBy,
  by,
  ...(approvedBy ? { approvedBy } : {}),
})

/** domain.md, "The charter": what an enterprise-led market takes by default. */
export const enterpriseLedCharter = (): PowerSeed[] => [
  held('admit_shops', ['management_group']),
  held('review_listings', ['management_group']),
  held('settle', ['management_group']),
  held('set_fees', ['management_group'], 'vote'),
  held('publish_rules', ['management_group'], 'vote'),
  held('inspect', ['management_group']),
  held('sanction', ['management_group']),
  held('arbitrate', ['management_group']),
  held('hear_appeals', ['association', 'regulator'], 'other_official'),
  held('view_statistics', ['management_group', 'regulator']),
  held('amend_charter', ['management_group'], 'two_thirds_of_shares'),
]

/** … and a government-sponsored, entrusted one. */
export const entrustedCharter = (): PowerSeed[] => [
  held('admit_shops', ['operator']),
  held('review_listings', ['operator']),
  held('settle', ['operator']),
  held('set_fees', ['operator'], 'office', 'supervisor'),
  held('publish_rules', ['operator'], 'office', 'supervisor'),
  held('inspect', ['supervisor']),
  held('sanction', ['supervisor']),
  held('arbitrate', ['supervisor']),
  held('hear_appeals', ['supervisor'], 'other_official'),
  held('view_statistics', ['initiator', 'investor', 'supervisor', 'operator']),
  held('amend_charter', ['initiator'], 'consent', 'operator'),
]

/** The three markets. `group` are the enterprises of the management group, the lead enterprise first. */
export function makeMarkets(today: Date, group: readonly string[], anchorShop: string): MarketSeed[] {
  const daysAgo = (days: number) => dateInChina(plusDays(today, -days))
  const lead = group[0] ?? ''
  const shares = [4200, 1500, 1100, 900, 800, 600, 500, 400]
  const wearOpened = daysAgo(2170)
  const shoesOpened = daysAgo(980)
  const party = (role: PartyRole, subject: string, since: string) => ({ role, subject, since })
  return [
    {
      key: 'market-shishi-kids',
      slug: 'shishi-kids',
      name: { zh: '石狮童装网', en: "Shishi Children's Wear Network" },
      cluster: 'cluster-shishi-childrens-wear',
      parent: null,
      ownership: 'enterprise_led',
      formation: 'market_formed',
      operation: null,
      goods: 'terminal_products',
      currency: 'CNY',
      openedOn: wearOpened,
      venue: 'venue-childrens-wear-city',
      hasOwnShops: true,
      tagline: { zh: '依托中国童装城', en: "At China Children's Wear City" },
      parties: [
        party('lead_enterprise', lead, wearOpened),
        ...group.map((member) => party('management_group', member, wearOpened)),
        party('regulator', 'gov-shishi-regulator', wearOpened),
        party('association', 'assoc-shishi-childrens-wear', wearOpened),
      ],
      charter: enterpriseLedCharter(),
      anchorShop,
      group: group.map((enterprise, i) => ({
        enterprise,
        shareBps: shares[i] ?? 0,
        joinedOn: daysAgo(2170 - i * 120),
      })),
      fund: null,
    },
    {
      key: 'market-china-shoes',
      slug: 'china-shoes',
      name: { zh: '中国鞋网', en: 'China Shoes Network' },
      cluster: null,
      parent: null,
      ownership: 'government_sponsored',
      formation: 'government_promoted',
      operation: 'entrusted',
      goods: 'terminal_products',
      currency: 'CNY',
      openedOn: daysAgo(1400),
      venue: null,
      hasOwnShops: false,
      tagline: { zh: '各地鞋网，一处找货', en: 'One search over the shoe networks' },
      parties: [
        party('initiator', 'gov-shoes-initiator', daysAgo(1400)),
        party('supervisor', 'gov-shoes-supervisor', daysAgo(1400)),
        party('operator', 'op-china-shoes', daysAgo(1400)),
      ],
      charter: entrustedCharter(),
      anchorShop: null,
      group: [],
      fund: null,
    },
    {
      key: 'market-fujian-shoes',
      slug: 'fujian-shoes',
      name: { zh: '福建鞋网', en: 'Fujian Shoes Network' },
      cluster: 'cluster-jinjiang-shoes',
      parent: 'market-china-shoes',
      ownership: 'government_sponsored',
      formation: 'government_promoted',
      operation: 'entrusted',
      goods: 'terminal_products',
      currency: 'CNY',
      openedOn: shoesOpened,
      venue: null,
      hasOwnShops: true,
      tagline: { zh: '晋江、泉州鞋厂直供', en: 'Straight from the shoe makers of Jinjiang and Quanzhou' },
      parties: [
        party('initiator', 'gov-shoes-initiator', shoesOpened),
        party('investor', 'gov-shoes-investor', shoesOpened),
        party('supervisor', 'gov-shoes-supervisor', shoesOpened),
        party('operator', 'op-shoes', daysAgo(940)),
      ],
      charter: entrustedCharter(),
      anchorShop: null,
      group: [],
      fund: {
        total: 600_000_000,
        currency: 'CNY',
        entries: [
          {
            on: daysAgo(960),
            purpose: { zh: '平台开发与部署', en: 'Building and installing the platform' },
            amount: 168_000_000,
          },
          {
            on: daysAgo(900),
            purpose: { zh: '首批鞋企入驻培训', en: 'Training for the first makers' },
            amount: 24_500_000,
          },
          {
            on: daysAgo(610),
            purpose: { zh: '受托运营服务费（第一年）', en: 'Operating fee, first year' },
            amount: 96_000_000,
          },
          {
            on: daysAgo(245),
            purpose: { zh: '受托运营服务费（第二年）', en: 'Operating fee, second year' },
            amount: 90_000_000,
          },
          {
            on: daysAgo(120),
            purpose: { zh: '检测补贴', en: 'Subsidy for product testing' },
            amount: 36_800_000,
          },
        ],
      },
    },
  ]
}
