import type { Blueprint } from './blueprint.ts'
import type { Lots } from './chances.ts'
import { dateInChina, plusDays, plusMonths } from './days.ts'
import type { ProductSeed, TestReportSeed } from './types.ts'

type Reason = readonly [field: string, zh: string, en: string]
const reasons: readonly Reason[] = [
  [
    'title',
    '标题写“加绒”，但面料成分与图片均为单层面料，请改成与实物一致的说法。',
    'The title says fleece-lined; composition and pictures show a single layer. Please name what is sold.',
  ],
  [
    'attributes.composition',
    '罗纹部位未填成分，每个部位合计应为 100%。',
    'The ribbing has no composition; each part must sum to 100 %.',
  ],
  [
    'attributes.standard',
    '执行标准已换版，请核对吊牌上的标准编号。',
    'The product standard has a newer edition; please check the number on the hangtag.',
  ],
  [
    'certificates',
    '检验报告已过有效期，请上传近 12 个月内的报告。',
    'The test report has expired; please upload one of the last 12 months.',
  ],
  [
    'mediaIds',
    '第 2 张图片带有其他平台的水印，请更换。',
    'Picture 2 carries another platform’s watermark; please replace it.',
  ],
]

/** Most styles are listed; a few wait for review, were sent back, are half written or withdrawn. */
export function withStatus(
  lots: Lots,
  today: Date,
  product: Pick<ProductSeed, 'key' | 'shop' | 'draft' | 'pictures' | 'reports'>,
  serial: number,
): ProductSeed {
  const created = plusDays(today, -lots.whole(6, 700) - lots.chance())
  const fresh = plusDays(today, -0.1 - lots.chance() * 3)
  const iso = (at: Date) => at.toISOString()
  if (serial % 120 === 17)
    return {
      ...product,
      status: 'in_review',
      createdAt: iso(plusDays(fresh, -1)),
      submittedAt: iso(fresh),
      listedAt: null,
      review: null,
    }
  if (serial % 200 === 63) {
    const [field, zh, en] = lots.pick(reasons)
    return {
      ...product,
      reports: field === 'certificates' ? product.reports.map(expired) : product.reports,
      status: 'sent_back',
      createdAt: iso(plusDays(fresh, -3)),
      submittedAt: iso(plusDays(fresh, -2)),
      listedAt: null,
      review: { at: iso(fresh), field, reason: { zh, en } },
    }
  }
  if (serial % 170 === 91) {
    const { composition: _composition, ...attributes } = product.draft.attributes
    return {
      ...product,
      draft: { ...product.draft, attributes, hsCode: null },
      reports: [],
      status: 'draft',
      createdAt: iso(fresh),
      submittedAt: null,
      listedAt: null,
      review: null,
    }
  }
  const listed = plusDays(created, 0.2 + lots.chance())
  const status = serial % 260 === 133 ? 'withdrawn' : 'listed'
  return {
    ...product,
    status,
    createdAt: iso(created),
    submittedAt: iso(plusDays(created, 0.1)),
    listedAt: iso(listed),
    review: null,
  }
}

/** The same report a year and a half older. */
const expired = (report: TestReportSeed): TestReportSeed => ({
  ...report,
  issuedOn: plusMonths(report.issuedOn, -18),
})

/** The report that children's goods need before they are listed; none for adults' shoes. A few end within the month. */
export function reportsFor(lots: Lots, today: Date, blueprint: Blueprint, serial: number): TestReportSeed[] {
  const adults = blueprint.goods === 'shoe' && !['child', 'toddler'].includes(blueprint.audience)
  if (adults) return []
  const ago = serial % 40 === 9 ? lots.whole(340, 360) : lots.whole(20, 320)
  const issuedOn = dateInChina(plusDays(today, -ago))
  const letters = blueprint.goods === 'shoe' ? 'XJ' : 'SJ'
  return [
    {
      number: `${letters}-${issuedOn.slice(0, 4)}-${String(serial * 37 + 10_000).padStart(7, '0')}`,
      lab: blueprint.goods === 'shoe' ? '晋江鞋类检验中心（演示）' : '石狮服装检验中心（演示）',
      issuedOn,
      expiresOn: null,
    },
  ]
}
