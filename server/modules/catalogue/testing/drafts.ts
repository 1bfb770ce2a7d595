import type { ProductDraft } from '#shared/catalogue/product.ts'

const colours = [
  { zh: '奶油白', en: 'Cream', hex: '#f5efe0' },
  { zh: '雾蓝', en: 'Mist blue', hex: '#9bb3c9' },
  { zh: '豆沙粉', en: 'Dusty pink', hex: '#cf9d9a' },
  { zh: '鼠尾草绿', en: 'Sage', hex: '#9caf88' },
]
const sizes = ['66', '73', '80', '90']

/** A romper that may be listed: faultless by the rules once its style has a test report. */
export function romper(styleNo: string, changes: Partial<ProductDraft> = {}): ProductDraft {
  return {
    styleNo,
    categoryId: 'rompers',
    title: { zh: '婴儿纯棉连体衣春秋长袖爬服', en: 'Cotton baby romper, long sleeves' },
    description: { zh: '精梳棉双面布，无骨缝制。', en: 'Combed cotton interlock, flat seams.' },
    attributes: {
      fabric: 'cotton',
      composition: [
        {
          part: '面料',
          fibres: [
            { fibre: '棉', percent: 95 },
            { fibre: '氨纶', percent: 5 },
          ],
        },
      ],
      safety_class: 'A',
      infant_mark: true,
      next_to_skin: true,
      neck_cord: false,
      age_range: ['m3-6', 'm6-12'],
      gender: 'unisex',
      season: ['spring', 'autumn'],
      standard: 'FZ/T 73025',
    },
    unit: 'piece',
    quoteMode: 'by-quantity',
    tiers: [
      { minQuantity: 10, unitPrice: 3200 },
      { minQuantity: 100, unitPrice: 2900 },
      { minQuantity: 500, unitPrice: 2650 },
    ],
    moq: 10,
    packSize: 1,
    packNote: { zh: '', en: '' },
    mixedBatch: true,
    samplePrice: 4500,
    sampleLimit: 2,
    leadTimeDays: 2,
    origin: { country: 'CN', place: { zh: '福建石狮', en: 'Shishi, Fujian' } },
    hsCode: null,
    customisable: true,
    mediaIds: [],
    skus: cells(2, sizes, 120),
    ...changes,
  }
}

/** Cells of so many colours by these sizes, each with this stock. */
export const cells = (count: number, sizesOf: readonly string[], stock: number): ProductDraft['skus'] =>
  Array.from(
    { length: count },
    (_, index) => colours[index] ?? { zh: `花色${index}`, en: `Print ${index}`, hex: null },
  ).flatMap(({ zh, en, hex }) =>
    sizesOf.map((size) => ({
      articleNo: '',
      colour: { zh, en },
      colourHex: hex,
      size,
      stock,
      unitPrice: null,
      weightGrams: 120,
      barcode: null,
    })),
  )

/** A test report that covers these styles and still holds. */
export const reportFor = (styleNos: string[]) => ({
  number: `FJ-${styleNos[0] ?? ''}`,
  lab: '福建省纤维检验中心',
  issuedOn: '2026-06-01',
  expiresOn: '2099-05-31',
  styleNos,
  mediaId: null,
})
