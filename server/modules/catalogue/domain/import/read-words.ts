import type { AttributeDefinition } from '#shared/catalogue/category.ts'
import { addLine, type CellContext, headerLabel, report } from './cell-context.ts'
import { compositionPart, isAttributePath } from './headers.ts'
import { readBarcode } from './normalise/barcode.ts'
import { isNoColour, readColour, splitColours } from './normalise/colour.ts'
import { partName, readComposition, wholePart } from './normalise/composition.ts'
import { narrow, readNumber } from './normalise/number.ts'
import { readOrigin } from './normalise/origin.ts'
import { readSafetyClass } from './normalise/safety-class.ts'
import { readSeasons } from './normalise/season.ts'
import { readSize, sizeBehindDate } from './normalise/size.ts'
import { readUnit } from './normalise/unit.ts'
import { englishTitle, readLeadTime, readPresale, readYesNo } from './normalise/words.ts'
import { attributeFor } from './vocabulary.ts'

/** Text without the controls that make a name read as another; such characters are reported and removed. */
export function cleanText(cell: CellContext, max: number): string {
  const hidden = /(?![\n\r\t])\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu
  const cleaned = cell.text.replace(hidden, '').trim()
  if (cleaned !== cell.text.trim())
    report(
      cell,
      /^(?:description|line)$/.test(cell.mapping.target.field) ? 'note' : 'warning',
      'hidden-characters',
      { as: cleaned.slice(0, 200) },
      cleaned.slice(0, max),
    )
  if (cleaned.length <= max) return cleaned
  report(cell, 'error', 'text-too-long', { max, length: cleaned.length }, cleaned.slice(0, max))
  return cleaned.slice(0, max)
}

export function readStyleNo(cell: CellContext): void {
  const styleNo = narrow(cleanText(cell, 64)).replace(/\s+/g, ' ')
  if (styleNo === '') return
  cell.values.styleNo = styleNo
  if (styleNo !== cell.text.trim()) report(cell, 'note', 'read-as', { as: styleNo }, styleNo)
}

export function readTitle(cell: CellContext, language: 'titleZh' | 'titleEn'): void {
  const cleaned = cleanText(cell, language === 'titleZh' ? 120 : 200).replace(/\s+/g, ' ')
  const title = language === 'titleEn' ? englishTitle(cleaned) : cleaned
  if (title === '') return
  cell.values[language] = title
  if (language === 'titleEn' && title !== cleaned) report(cell, 'note', 'read-as', { as: title }, title)
}

export function readColourCell(cell: CellContext): void {
  const text = cleanText(cell, 40)
  const described = isAttributePath(cell.mapping.header)
  if (isNoColour(text)) {
    report(cell, 'error', 'colour-unreadable', {}, described ? '' : undefined)
    return
  }
  const offered = splitColours(text).length
  if (described && offered > 1) {
    // Attributes speak of the product: which of the colours its SKU has, they do not say.
    addLine(cell.values, headerLabel(cell.mapping.header) || '颜色', text)
    report(cell, 'warning', 'colour-several', { count: offered })
    return
  }
  const colour = readColour(text)
  if (!colour) return
  cell.values.colour = { name: colour.name, hex: colour.hex, written: cell.text.trim() }
  if (colour.renamed) report(cell, 'note', 'colour-renamed', { as: colour.name.zh }, colour.name.zh)
}

export function readSizeCell(cell: CellContext): void {
  const size = readSize(cleanText(cell, 24))
  if (!size) return
  const typed = sizeBehindDate(size)
  if (typed !== null) {
    report(cell, 'error', 'size-is-date', {}, typed)
    return
  }
  cell.values.size = size
  const known = cell.category?.sizes ?? []
  if (known.length > 0 && !known.some(({ code }) => code === size)) {
    report(cell, 'note', 'size-unlisted', {
      category: cell.category?.name.zh ?? '',
      categoryEn: cell.category?.name.en ?? '',
    })
  }
}

/**
 * Fibres by part; a column such as 里料 names the part of what it holds. Where the category knows no composition, or an attribute
 * names a material without percentages, the text is kept: a pan has a material, not fibres.
 */
export function readCompositionCell(cell: CellContext): void {
  const { category, mapping, values } = cell
  const label = headerLabel(mapping.header)
  if (category && !attributeFor(category, 'composition')) {
    const material = category.attributes.find(({ key, type }) => key === 'material' && type === 'choice')
    const option =
      material && compositionPart(mapping.header) === wholePart ? optionValue(material, cell.text) : null
    if (option) values.attributes = { ...values.attributes, material: option }
    addLine(values, label || '材质', cell.text)
    return
  }
  const reading = readComposition(cell.text)
  if ('parts' in reading) {
    const part = compositionPart(mapping.header)
    const parts = reading.parts.map((each) =>
      each.part === wholePart && part !== null ? { ...each, part: partName(part) } : each,
    )
    const known = values.composition ?? []
    values.composition = [
      ...known,
      ...parts.filter((each) => !known.some((other) => JSON.stringify(other) === JSON.stringify(each))),
    ].slice(0, 10)
    if (reading.how === 'plain') return
    const as = reading.parts
      .flatMap(({ fibres }) => fibres.map(({ fibre, percent }) => `${fibre} ${percent} %`))
      .join('，')
    report(cell, 'note', 'read-as', { as })
  } else if (reading.fault === 'composition-not-100') {
    report(cell, 'error', reading.fault, { part: reading.part, sum: reading.sum })
  } else if (isAttributePath(mapping.header) && !/\d/.test(cell.text)) {
    addLine(values, label || '材质', cell.text)
    report(cell, 'warning', 'composition-no-percent')
  } else report(cell, 'error', reading.fault)
}

export function readSafetyCell(cell: CellContext): void {
  if (cell.category && !attributeFor(cell.category, 'safetyClass')) {
    addLine(cell.values, headerLabel(cell.mapping.header) || '安全类别', cell.text)
    return
  }
  const safetyClass = readSafetyClass(cell.text)
  if (safetyClass) {
    cell.values.safetyClass = safetyClass
    // The words that a label of infants' goods must carry (GB 31701, 7.1).
    if (
      cell.text.includes('婴幼儿用品') &&
      cell.category?.attributes.some(({ key }) => key === 'infant_mark')
    )
      cell.values.attributes = { ...cell.values.attributes, infant_mark: 'true' }
  } else report(cell, 'error', 'safety-class-unknown')
}

export function readSeasonCell(cell: CellContext): void {
  const seasons = readSeasons(cell.text)
  if (!seasons) report(cell, 'warning', 'season-unknown')
  else if (cell.category && !attributeFor(cell.category, 'season'))
    addLine(cell.values, headerLabel(cell.mapping.header) || '季节', cell.text)
  else cell.values.seasons = seasons
}

export function readUnitCell(cell: CellContext): void {
  const unit = readUnit(cell.text)
  if (unit) cell.values.unit = unit
  else report(cell, 'error', 'unit-unknown')
}

export function readBarcodeCell(cell: CellContext): void {
  const reading = readBarcode(cell.text)
  if (!reading) return
  if ('fault' in reading)
    report(cell, reading.fault === 'barcode-rounded' ? 'error' : 'warning', reading.fault, {}, '')
  else {
    cell.values.barcode = reading.code
    if (!reading.valid && cell.constants.barcodes === 'gtin') report(cell, 'warning', 'barcode-check-digit')
  }
}

export function readOriginCell(cell: CellContext): void {
  const origin = readOrigin(cleanText(cell, 80))
  if (origin) cell.values.origin = origin
}

export function readYesNoCell(cell: CellContext): void {
  const mixed = readYesNo(cell.text)
  if (mixed === null) report(cell, 'warning', 'yes-no-unknown')
  else cell.values.mixedBatch = mixed
}

export function readLeadTimeCell(cell: CellContext): void {
  const lead = readLeadTime(cell.text)
  if (lead) cell.values.leadTimeDays = lead.days
  else report(cell, 'warning', 'lead-time-unreadable')
}

/** A remark may announce the day goods are sent; anything else in it stays in the list and is not published. */
export function readNote(cell: CellContext): void {
  const presale = readPresale(cell.text, cell.today)
  if (!presale) return
  if (presale.days <= 180) {
    cell.values.leadTimeDays = presale.days
    report(cell, 'note', 'presale-date', { date: presale.date, days: presale.days })
  } else report(cell, 'warning', 'lead-time-unreadable')
}

export function readHsCode(cell: CellContext): void {
  const digits = narrow(cell.text).replace(/[.\s]/g, '')
  if (/^\d{6,10}$/.test(digits)) cell.values.hsCode = digits
  else report(cell, 'warning', 'hs-code-unreadable')
}

/** A typed attribute as its category defines it; where the row's category does not, the text becomes a line. */
export function readAttribute(cell: CellContext, key: string): void {
  const definition = cell.category?.attributes.find((attribute) => attribute.key === key)
  const text = cleanText(cell, 500)
  if (text === '') return
  if (!definition) {
    addLine(cell.values, headerLabel(cell.mapping.header) || key, text)
    return
  }
  const value = attributeText(cell, definition, text)
  if (value !== null) cell.values.attributes = { ...cell.values.attributes, [key]: value }
}

function attributeText(cell: CellContext, definition: AttributeDefinition, text: string): string | null {
  if (definition.type === 'number') {
    const number = readNumber(text.replace(/[^\d.,-]+$/, ''))
    if (!number) report(cell, 'warning', 'number-unreadable')
    return number ? String(number.value) : null
  }
  if (definition.type === 'boolean') {
    const answer = readYesNo(text)
    if (answer === null) report(cell, 'warning', 'yes-no-unknown')
    return answer === null ? null : String(answer)
  }
  if (definition.type !== 'choice' && definition.type !== 'choices') return text
  const written = definition.type === 'choices' ? text.split(/\s*[/、,，;；+]\s*/) : [text]
  const values = written.map((part) => optionValue(definition, part))
  const unknown = values.indexOf(null)
  if (unknown < 0) return [...new Set(values)].join('\n')
  addLine(cell.values, definition.name.zh, text)
  report(cell, 'warning', 'option-unknown', {
    option: written[unknown] ?? '',
    options: (definition.options ?? [])
      .slice(0, 8)
      .map(({ name }) => name.zh)
      .join('、'),
    optionsEn: (definition.options ?? [])
      .slice(0, 8)
      .map(({ name }) => name.en)
      .join(', '),
  })
  return values.filter((value) => value !== null).join('\n') || null
}

function optionValue(definition: AttributeDefinition, written: string): string | null {
  const plain = (text: string): string =>
    narrow(text)
      .toLowerCase()
      .replace(/[\s\-_]+/g, '')
  const key = plain(written)
  const found = definition.options?.find(({ value, name }) =>
    [value, name.zh, name.en].some((text) => plain(text) === key),
  )
  return (
    found?.value ??
    definition.options?.find(
      ({ name }) =>
        key !== '' && (plain(name.zh).includes(key) || (name.zh !== '' && key.includes(plain(name.zh)))),
    )?.value ??
    null
  )
}
