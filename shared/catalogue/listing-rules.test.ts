import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { catalogueProblems } from '#shared/problems/catalogue.ts'
import { categoryById, leavesOf } from './categories.ts'
import type { Attributes, Category } from './category.ts'
import { listingProblemCodes } from './listing-problem.ts'
import { isBlocked, type ListingDraft, validateListing } from './listing-rules.ts'
import type { TestReport } from './test-report.ts'

const category = (id: string): Category => {
  const found = categoryById(id)
  if (found === undefined) throw new Error(`no category ${id}`)
  return found
}
const report: TestReport = {
  number: 'FJ2026-1188',
  lab: '福建省纤维检验中心',
  issuedOn: '2026-06-01',
  expiresOn: '2027-05-31',
}
const today = '2026-11-24'
const wear: Attributes = {
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
  safety_class: 'B',
  next_to_skin: true,
  neck_cord: false,
  age_range: ['y5-7', 'y7-9'],
  gender: 'unisex',
  season: ['spring', 'autumn'],
  standard: 'FZ/T 73020',
}
const draft = (
  attributes: Attributes,
  sizes: string[] = ['110', '120', '130'],
  unit: ListingDraft['unit'] = 'piece',
): ListingDraft => ({
  attributes,
  unit,
  skus: sizes.map((size) => ({ size, colour: { zh: '米白', en: 'Off-white' } })),
})
const codes = (given: ListingDraft, id = 'childrens-t-shirts', reports: TestReport[] = [report]) =>
  validateListing(given, category(id), { reports, today }).map(
    ({ code, level, pointer }) => `${level} ${code} ${pointer}`,
  )

describe('validateListing', () => {
  test('a complete listing has no problems', () => {
    expect(codes(draft(wear))).toEqual([])
  })

  test('an empty draft is told every required attribute of its category, with a pointer each', () => {
    const problems = codes(draft({}))
    for (const key of Object.keys(wear))
      expect(problems).toContain(`error catalogue/attribute-missing /attributes/${key}`)
  })

  test('unknown attributes, wrong types and unknown options are errors', () => {
    expect(
      codes(
        draft({
          ...wear,
          'a/b': 'x',
          fabric: 'titanium',
          gender: 3,
          season: ['spring', 'monsoon'],
          fabric_weight: 'heavy',
        }),
      ),
    ).toEqual([
      'error catalogue/unknown-attribute /attributes/a~1b',
      'error catalogue/attribute-unknown-option /attributes/fabric',
      'error catalogue/attribute-wrong-type /attributes/gender',
      'error catalogue/attribute-unknown-option /attributes/season/1',
      'error catalogue/attribute-wrong-type /attributes/fabric_weight',
    ])
  })

  test('blank text and empty lists count as missing', () => {
    expect(codes(draft({ ...wear, standard: '  ', season: [] }))).toEqual([
      'error catalogue/attribute-missing /attributes/season',
      'error catalogue/attribute-missing /attributes/standard',
    ])
  })

  test('only a leaf holds goods, in its units', () => {
    expect(codes(draft(wear), 'childrens-wear')).toContain('error catalogue/category-not-leaf /categoryId')
    expect(codes(draft(wear, ['110'], 'pair'))).toEqual(['error catalogue/unit-not-in-category /unit'])
  })

  test('a size outside the system is a warning, a cell that stands twice an error, also when written differently', () => {
    expect(codes(draft(wear, ['110', '110cm', '111']))).toEqual([
      'error catalogue/duplicate-sku /skus/1',
      'warning catalogue/size-not-in-system /skus/2/size',
    ])
  })
})

describe('composition', () => {
  const of = (...percents: number[]): Attributes => ({
    ...wear,
    composition: [
      { part: '面料', fibres: [{ fibre: '棉', percent: 100 }] },
      { part: '里料', fibres: percents.map((percent, index) => ({ fibre: `纤维${index}`, percent })) },
    ],
  })

  test.each([[[99.9]], [[60.1, 40]], [[33.3, 33.3, 33.3]], [[60, 40]]])('%s is a whole', (percents) => {
    expect(codes(draft(of(...percents)))).toEqual([])
  })

  test.each([[[99.8]], [[60.2, 40]], [[95, 15]], [[90]]])('%s is not, and the part is named', (percents) => {
    expect(codes(draft(of(...percents)))).toEqual([
      'error catalogue/composition-sum /attributes/composition/1',
    ])
  })

  test('a fibre named twice is a warning', () => {
    const twice = {
      ...wear,
      composition: [
        {
          part: '面料',
          fibres: [
            { fibre: '棉', percent: 50 },
            { fibre: ' 棉', percent: 50 },
          ],
        },
      ],
    }
    expect(codes(draft(twice))).toEqual(['warning catalogue/fibre-twice /attributes/composition/0/fibres/1'])
  })

  property.prop([fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 11 })])(
    'tenths of a percent that fill up to 100 are accepted however they are cut',
    (cuts) => {
      const used = Math.min(
        999,
        cuts.reduce((a, b) => a + b, 0),
      )
      fc.pre(cuts.reduce((a, b) => a + b, 0) < 1000)
      expect(codes(draft(of(...cuts.map((cut) => cut / 10), (1000 - used) / 10)))).toEqual([])
    },
  )
})

describe("GB 31701, children's textiles", () => {
  test('any size up to 100 cm needs class A and the mark', () => {
    const small = draft(wear, ['100', '110'])
    expect(codes(small)).toEqual([
      'error catalogue/infant-class-a /attributes/safety_class',
      'error catalogue/infant-mark /attributes/infant_mark',
    ])
    expect(codes(draft({ ...wear, safety_class: 'A', infant_mark: true }, ['100', '110']))).toEqual([])
    expect(codes(draft(wear, ['105', '110']))).toEqual([])
  })

  test('an infant age needs them whatever the size', () => {
    expect(codes(draft({ ...wear, age_range: ['m24-36'] }))).toContain(
      'error catalogue/infant-class-a /attributes/safety_class',
    )
  })

  test('the height in brackets counts when it is smaller than the label', () => {
    expect(codes(draft(wear, ['110cm(适合身高100)']))).toContain(
      'error catalogue/infant-mark /attributes/infant_mark',
    )
  })

  test('class C next to skin is an error, class C over other clothes is not', () => {
    const coat = { ...wear, safety_class: 'C' }
    expect(codes(draft(coat))).toEqual(['error catalogue/class-c-next-to-skin /attributes/safety_class'])
    expect(codes(draft({ ...coat, next_to_skin: false }))).toEqual([])
  })

  test('a cord at head or neck is an error up to 130 cm or under 7 years, and allowed above', () => {
    const cord = { ...wear, neck_cord: true, age_range: ['y9-12'] }
    expect(codes(draft(cord, ['130', '140']))).toEqual(['error catalogue/neck-cord /attributes/neck_cord'])
    expect(codes(draft(cord, ['135', '140']))).toEqual([])
    expect(codes(draft({ ...cord, age_range: ['y5-7'] }, ['140']))).toEqual([
      'error catalogue/neck-cord /attributes/neck_cord',
    ])
  })

  property.prop([
    fc.constantFrom('A', 'B', 'C'),
    fc.boolean(),
    fc.boolean(),
    fc.subarray(['66', '80', '100', '105', '120', '130', '140', '160'], { minLength: 1 }),
  ])('whatever passes keeps the standard', (safetyClass, skin, cord, sizes) => {
    const attributes = {
      ...wear,
      age_range: ['y12-14'],
      safety_class: safetyClass,
      next_to_skin: skin,
      neck_cord: cord,
      infant_mark: true,
    }
    const passes = codes(draft(attributes, sizes)).length === 0
    const smallest = Math.min(...sizes.map(Number))
    const keeps =
      (smallest > 100 || safetyClass === 'A') && !(safetyClass === 'C' && skin) && !(cord && smallest <= 130)
    expect(passes).toBe(keeps)
  })
})

describe("GB 30585, children's shoes", () => {
  const shoe: Attributes = {
    upper_material: 'mesh',
    sole_material: 'md',
    season: ['spring'],
    gender: 'unisex',
    age_range: ['y5-7'],
    standard: 'GB 30585-2014',
  }
  const shoes = (attributes: Attributes, sizes: string[]) =>
    codes(draft(attributes, sizes, 'pair'), 'childrens-sports-shoes')

  test('the standard must name GB 30585', () => {
    expect(shoes(shoe, ['26', '27'])).toEqual([])
    expect(shoes({ ...shoe, standard: 'QB/T 2880' }, ['26'])).toEqual([
      'error catalogue/standard-missing /attributes/standard',
    ])
  })

  test('beyond 250 mm is told to be an adult size', () => {
    expect(shoes(shoe, ['250', '40'])).not.toContain(
      'warning catalogue/shoe-size-beyond-standard /skus/0/size',
    )
    expect(shoes(shoe, ['255'])).toContain('warning catalogue/shoe-size-beyond-standard /skus/0/size')
    expect(shoes(shoe, ['41码'])).toContain('warning catalogue/shoe-size-beyond-standard /skus/0/size')
  })

  test('no small parts that come off up to 36 months', () => {
    const parts = { ...shoe, detachable_parts: true }
    expect(shoes({ ...parts, age_range: ['m12-18'] }, ['20'])).toEqual([
      'error catalogue/shoe-small-parts /attributes/detachable_parts',
    ])
    expect(shoes(parts, ['26'])).toEqual([])
  })
})

describe('test reports', () => {
  const reports = (...given: TestReport[]) => codes(draft(wear), 'childrens-t-shirts', given)

  test('one is needed, complete, and one that still holds', () => {
    expect(reports()).toEqual(['error catalogue/report-missing /reports'])
    expect(reports({ number: '', lab: '', issuedOn: null, expiresOn: null })).toEqual([
      'error catalogue/report-incomplete /reports/0/number',
      'error catalogue/report-incomplete /reports/0/lab',
      'error catalogue/report-incomplete /reports/0/issuedOn',
    ])
    expect(reports({ ...report, expiresOn: '2026-11-23' })).toEqual([
      'error catalogue/report-expired /reports/0/expiresOn',
    ])
  })

  test('one that ends today still holds and is warned of; a later one replaces it', () => {
    expect(reports({ ...report, expiresOn: today })).toEqual([
      'warning catalogue/report-expires-soon /reports/0/expiresOn',
    ])
    expect(reports({ ...report, expiresOn: '2026-11-23' }, report)).toEqual([])
  })

  test('without a stated end a report holds a year from its issue', () => {
    expect(reports({ ...report, issuedOn: '2025-11-23', expiresOn: null })).toEqual([
      'error catalogue/report-expired /reports/0/expiresOn',
    ])
    expect(reports({ ...report, issuedOn: '2026-01-31', expiresOn: null })).toEqual([])
  })
})

describe('problems as a whole', () => {
  test('a warning alone does not keep a draft back', () => {
    const warned = validateListing(draft(wear, ['111']), category('childrens-t-shirts'), {
      reports: [report],
      today,
    })
    expect(isBlocked(warned)).toBe(false)
    expect(
      isBlocked(validateListing(draft({}), category('childrens-t-shirts'), { reports: [], today })),
    ).toBe(true)
  })

  test('every code has a sentence in both languages that never shows undefined', () => {
    for (const code of listingProblemCodes) {
      const facts = { minQuantity: 1, before: 1, moq: 1, packSize: 2, orderable: 2, unitPrice: 1 }
      for (const text of [catalogueProblems[code].zh(facts), catalogueProblems[code].en(facts)]) {
        expect(text.length).toBeGreaterThan(5)
        expect(text).not.toMatch(/undefined|null|NaN/)
      }
      expect(catalogueProblems[code].zh(facts)).toMatch(/[。]$/)
      expect(catalogueProblems[code].en(facts)).toMatch(/[.]$/)
    }
  })

  property.prop([
    fc.constantFrom(...leavesOf(null)),
    fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()))),
    fc.array(fc.string({ maxLength: 24 })),
  ])('no draft makes it throw, and every problem points into the draft', (leaf, attributes, sizes) => {
    const problems = validateListing(draft(attributes, sizes), leaf, { reports: [], today })
    expect(problems.every(({ pointer }) => pointer.startsWith('/'))).toBe(true)
  })
})
