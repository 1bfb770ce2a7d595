import { createHash } from 'node:crypto'
import { isDownContent } from '#shared/catalogue/attribute-rules.ts'
import type { AttributeDefinition, Attributes, AttributeValue, Category } from '#shared/catalogue/category.ts'
import type { MappingConstants, RowPreview } from '#shared/catalogue/import.ts'
import type { PriceTier, ProductDraft, SkuDraft, Unit } from '#shared/catalogue/product.ts'
import { readSafetyClass } from './normalise/safety-class.ts'
import { readSeasons } from './normalise/season.ts'
import type { StylePrices } from './style-prices.ts'
import type { StyleValues } from './style-values.ts'
import { attributeFor } from './vocabulary.ts'

export type DraftParts = {
  readonly key: string
  /** Rows without errors, at least one. */
  readonly rows: readonly RowPreview[]
  readonly values: StyleValues
  readonly prices: StylePrices
  readonly category: Category
  readonly constants: MappingConstants
}

/** The product that the good rows of a style describe. Not validated: the caller parses it. */
export function buildDraft({ key, rows, values, prices, category, constants }: DraftParts): ProductDraft {
  const packSize = values.pack?.size ?? 1
  const moq = values.moq ?? Math.max(constants.moq, packSize)
  const leads = rows.flatMap((row) => row.values.leadTimeDays ?? [])
  return {
    styleNo: rows.map(styleNoOf).find((styleNo) => styleNo !== null) ?? madeStyleNo(key),
    categoryId: category.id,
    title: { zh: values.titleZh ?? '', en: values.titleEn ?? '' },
    description: describe(rows, values),
    attributes: attributesOf(rows, values, category),
    unit: values.unit ?? usualUnit(category, constants.unit),
    quoteMode: prices.quoteMode,
    tiers: tiersFrom(prices.steps, moq),
    moq,
    packSize,
    packNote: { zh: values.pack?.note ?? '', en: '' },
    mixedBatch: values.mixedBatch ?? constants.mixedBatch,
    samplePrice: values.samplePrice ?? null,
    sampleLimit: 2,
    // What is promised must hold for every SKU, so the longest time counts.
    leadTimeDays: leads.length > 0 ? Math.max(...leads) : constants.leadTimeDays,
    origin: values.origin ?? { country: constants.originCountry, place: constants.originPlace },
    hsCode: values.hsCode ?? null,
    customisable: false,
    mediaIds: [],
    skus: rows.flatMap((row) => skusOf(row, prices, constants)),
  }
}

/** The style number of the product that a row belongs to: its own, or the one made from its title. Null: it has neither. */
export function styleNoOf({ values }: RowPreview): string | null {
  const title = values.titleZh ?? values.titleEn
  return values.styleNo ?? (title === undefined ? null : madeStyleNo(title))
}

/** A style number for lists without any: the same title always gives the same one, so that a later list updates the product. */
function madeStyleNo(key: string): string {
  return `T-${createHash('sha256').update(key.normalize('NFKC').toLowerCase()).digest('hex').slice(0, 8).toUpperCase()}`
}

function usualUnit(category: Category, constant: Unit): Unit {
  const known: readonly Unit[] = ['piece', 'pair', 'set', 'square-metre', 'metre', 'box', 'kilogram']
  const usual = known.filter((unit) => category.units.includes(unit))
  if (usual.length === 0 || usual.includes(constant)) return constant
  return known.find((unit) => unit === category.units[0]) ?? constant
}

/** Steps below the minimum order are never reached: the last of them becomes the first, from the minimum on. */
function tiersFrom(steps: readonly PriceTier[], moq: number): PriceTier[] {
  const reached = steps.filter(({ minQuantity }) => minQuantity <= moq).at(-1) ?? steps[0]
  const later = steps.filter(({ minQuantity }) => minQuantity > moq && minQuantity !== reached?.minQuantity)
  return reached ? [{ minQuantity: moq, unitPrice: reached.unitPrice }, ...later] : [...later]
}

function skusOf({ values }: RowPreview, prices: StylePrices, constants: MappingConstants): SkuDraft[] {
  const one = (size: string, stock: number, articleNo: string): SkuDraft => ({
    articleNo,
    colour: values.colour?.name ?? { zh: '', en: '' },
    colourHex: values.colour?.hex ?? null,
    size,
    stock,
    unitPrice: prices.quoteMode === 'by-sku' ? (values.price ?? null) : null,
    weightGrams: values.weightGrams ?? null,
    barcode: values.barcode ?? null,
  })
  const articleNo = values.articleNo ?? ''
  if (!values.sizeStocks) return [one(values.size ?? '', values.stock ?? constants.stock, articleNo)]
  return values.sizeStocks.map(({ size, stock }) => ({
    ...one(size, stock, articleNo === '' ? '' : `${articleNo}-${size}`.slice(0, 64)),
    barcode: null,
  }))
}

function describe(rows: readonly RowPreview[], values: StyleValues): ProductDraft['description'] {
  const lines = new Map<string, string>()
  for (const row of rows)
    for (const { label, text } of row.values.lines ?? []) if (!lines.has(label)) lines.set(label, text)
  const text = [values.description ?? '', ...[...lines].map(([label, line]) => `${label}：${line}`)]
    .filter(Boolean)
    .join('\n')
    .slice(0, 5000)
    .trim()
  return /\p{Script=Han}/u.test(values.description ?? text) ? { zh: text, en: '' } : { zh: '', en: text }
}

function attributesOf(rows: readonly RowPreview[], values: StyleValues, category: Category): Attributes {
  const attributes: Attributes = {}
  const put = (definition: AttributeDefinition | undefined, value: AttributeValue | undefined): void => {
    if (definition && value !== undefined) attributes[definition.key] = value
  }
  put(attributeFor(category, 'composition'), values.composition)
  const down = values.composition?.find(isDownContent)?.fibres[0]
  const byKey = (key: string) => category.attributes.find((definition) => definition.key === key)
  const filling = byKey('filling')?.options?.find(({ name }) => name.zh === down?.fibre)
  put(byKey('filling'), filling?.value)
  put(byKey('down_content'), down?.percent)
  const safety = attributeFor(category, 'safetyClass')
  put(safety, safety && values.safetyClass ? safetyValue(safety, values.safetyClass) : undefined)
  const season = attributeFor(category, 'season')
  put(season, season && values.seasons?.length ? seasonValue(season, values.seasons) : undefined)
  const carton = attributeFor(category, 'cartonQuantity')
  put(
    carton,
    carton && values.cartonQuantity !== undefined
      ? carton.type === 'number'
        ? values.cartonQuantity
        : String(values.cartonQuantity)
      : undefined,
  )
  for (const definition of category.attributes) {
    const text = rows
      .map((row) => row.values.attributes?.[definition.key])
      .find((written) => written !== undefined)
    if (text !== undefined) put(definition, typedValue(definition, text))
  }
  return attributes
}

function typedValue(definition: AttributeDefinition, text: string): AttributeValue {
  if (definition.type === 'number') return Number(text)
  if (definition.type === 'boolean') return text === 'true'
  return definition.type === 'choices' ? text.split('\n') : text
}

function safetyValue(definition: AttributeDefinition, safetyClass: string): string {
  const option = definition.options?.find(({ value, name }) =>
    [name.zh, name.en, value].some((text) => readSafetyClass(text.replace(/[-_]/g, ' ')) === safetyClass),
  )
  return option?.value ?? `GB 31701 ${safetyClass}类`
}

function seasonValue(definition: AttributeDefinition, seasons: readonly string[]): AttributeValue {
  const options = (definition.options ?? []).map(({ value, name }) => ({
    value,
    seasons: readSeasons(name.zh) ?? readSeasons(name.en) ?? [],
  }))
  const exact = options.find(
    (option) =>
      option.seasons.length === seasons.length && option.seasons.every((season) => seasons.includes(season)),
  )
  if (definition.type === 'choice') {
    return (
      (
        exact ??
        options.find((option) => seasons.every((season) => option.seasons.some((known) => known === season)))
      )?.value ??
      options.find((option) => option.seasons.some((season) => seasons.includes(season)))?.value ??
      seasons.join(' ')
    )
  }
  if (definition.type !== 'choices') return seasons.join(' ')
  if (exact) return [exact.value]
  const single = options.filter(
    (option) => option.seasons.length > 0 && option.seasons.every((season) => seasons.includes(season)),
  )
  return single.length > 0 ? single.map(({ value }) => value) : [...seasons]
}
