import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Category } from '#shared/catalogue/category.ts'
import type { ImportMapping } from '#shared/catalogue/import.ts'
import { type Assembly, assembleProducts } from './assemble-products.ts'
import { decodeFile } from './decode-file.ts'
import { findMainSheet, type Layout } from './find-layout.ts'
import { guessMapping } from './guess-mapping.ts'
import { readRows } from './read-rows.ts'
import { isRefusal, type Sheet } from './sheet.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Small lists and workbooks for the tests of this folder, with the faults that suppliers' lists have. */
const kids: Category['attributes'] = [
  {
    key: 'composition',
    name: { zh: '成分', en: 'Composition' },
    type: 'composition',
    required: true,
    facet: false,
  },
  {
    key: 'safety_class',
    name: { zh: '安全技术类别', en: 'Safety class' },
    type: 'choice',
    required: true,
    facet: true,
    options: ['a', 'b', 'c'].map((value) => ({
      value,
      name: { zh: `${value.toUpperCase()}类`, en: `Class ${value.toUpperCase()}` },
    })),
  },
  {
    key: 'season',
    name: { zh: '季节', en: 'Season' },
    type: 'choices',
    required: false,
    facet: true,
    options: [
      { value: 'spring', name: { zh: '春', en: 'Spring' } },
      { value: 'summer', name: { zh: '夏', en: 'Summer' } },
      { value: 'autumn', name: { zh: '秋', en: 'Autumn' } },
      { value: 'winter', name: { zh: '冬', en: 'Winter' } },
    ],
  },
  {
    key: 'collar',
    name: { zh: '领型', en: 'Collar' },
    type: 'choice',
    required: false,
    facet: false,
    options: [{ value: 'round', name: { zh: '圆领', en: 'Round' } }],
  },
]

const category = (id: string, zh: string, en: string, more: Partial<Category> = {}): Category => ({
  id,
  parentId: null,
  name: { zh, en },
  aliases: [],
  leaf: true,
  attributes: kids,
  sizes: ['80', '90', '100', '110', '120', '130'].map((code) => ({ code })),
  units: ['piece'],
  rules: [],
  ...more,
})

export const vocabulary: Vocabulary = {
  currency: 'CNY',
  categories: [
    category('sweatshirts', '儿童卫衣', 'Sweatshirts', { aliases: ['卫衣'] }),
    category('trousers', '儿童长裤', 'Trousers', { aliases: ['束脚裤', '长裤'] }),
    category('trainers', '运动鞋', 'Trainers', {
      aliases: ['Running Shoes'],
      attributes: [],
      sizes: [],
      units: ['pair'],
    }),
    category('kettles', '水壶', 'Kettles', { attributes: [], sizes: [] }),
  ],
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A zip of the given parts, deflated. `claim` writes another unpacked size than the true one. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>, claim?: number): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claim ?? data.length, 18)
    common.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, path]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(centrals.length, 4)
  end.writeUInt16LE(centrals.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

type Content = string | number | null
const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const letters = (column: number): string => String.fromCharCode(65 + column)

/** One worksheet: strings inline, numbers as numbers, merged ranges such as "A1:C1". */
export function sheetXml(rows: readonly (readonly Content[])[], merges: readonly string[] = []): string {
  const xmlRows = rows.map((row, index) => {
    const cells = row.map((value, column) => {
      const reference = `${letters(column)}${index + 1}`
      if (value === null) return ''
      if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`
      return `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`
    })
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  const merged =
    merges.length > 0
      ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : ''
  return `<?xml version="1.0"?><worksheet><sheetData>${xmlRows.join('')}</sheetData>${merged}</worksheet>`
}

export function workbookOf(
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const names = Object.keys(sheets)
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
  }
  for (const [index, name] of names.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheets[name] ?? ''
  return zipOf({ ...parts, ...more })
}

export type Run = {
  readonly sheet: Sheet
  readonly layout: Layout
  readonly mapping: ImportMapping
  readonly assembly: Assembly
}

/** A file through all stages, with the guessed mapping taken as it is. */
export async function importFile(
  bytes: Uint8Array,
  name = 'list.csv',
  words: Vocabulary = vocabulary,
): Promise<Run> {
  const file = await decodeFile(bytes, name)
  if (isRefusal(file)) throw new Error(`refused: ${file.refused}`)
  const main = findMainSheet(file)
  const sheet = main ? file.sheets[main.index] : undefined
  const layout = main?.layouts[main.index]
  if (!main || !sheet || !layout) throw new Error('no table')
  const mapping = guessMapping(sheet, layout, words, undefined, main.terms)
  const rows = readRows(sheet, layout, mapping, words, { today: '2026-11-23' })
  return { sheet, layout, mapping, assembly: assembleProducts(sheet, rows, mapping, words) }
}

/** Codes of a row's problems by cell address, without notes. */
export function faults(run: Run, row: number): string[] {
  const found = run.assembly.rows.find((preview) => preview.row === row)
  return (found?.cells ?? [])
    .filter(({ level }) => level !== 'note')
    .map(({ code, facts, level }) => `${facts.cell} ${level} ${code}`)
}
