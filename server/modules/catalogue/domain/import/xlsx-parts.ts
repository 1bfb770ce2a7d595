import { type Refusal, refusal } from './sheet.ts'
import { readXml } from './xml.ts'
import type { Archive } from './zip.ts'

/** How a stored number is shown, as far as reading a price list depends on it. */
export type NumberKind = 'plain' | 'date' | 'percent'
export type Workbook = { readonly sheets: { name: string; part: string }[]; readonly date1904: boolean }

// Excel cuts a cell's text at 32,767 characters; a longer shared string was not written by a spreadsheet program.
const maxText = 32_767

/** Visible sheets in order, with the part that holds each. */
export async function readWorkbook(archive: Archive): Promise<Workbook | Refusal> {
  const targets = new Map<string, string>()
  const relations = await readXml(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, partName(Target))
    },
  })
  if (relations) return relations
  const sheets: Workbook['sheets'] = []
  let date1904 = false
  const refused = await readXml(archive, 'xl/workbook.xml', {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (tag !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const part = targets.get(relationId(attributes) ?? '')
      if (part && archive.names.has(part)) sheets.push({ name: attributes.name ?? '', part })
    },
  })
  if (refused) return refused
  return sheets.length > 0 ? { sheets, date1904 } : refusal('catalogue/import-no-table')
}

const relationId = (attributes: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(attributes).find(([name]) => /^(\w+:)?id$/.test(name) && name !== 'sheetId')?.[1]

const partName = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^(\.\/)+/, '')}`

/** Texts that cells refer to by number; phonetic readings are left out. */
export async function readSharedStrings(archive: Archive): Promise<string[] | Refusal> {
  const strings: string[] = []
  if (!archive.names.has('xl/sharedStrings.xml')) return strings
  let text = ''
  let inText = false
  let phonetic = 0
  const refused = await readXml(archive, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic += 1
      inText = name === 't' && phonetic === 0
    },
    text: (piece) => {
      if (inText && text.length < maxText) text += piece.slice(0, maxText)
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1
      if (name === 't') inText = false
      if (name === 'si') strings.push(text)
    },
  })
  return refused ?? strings
}

const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])

/** How each cell style shows numbers: dates and percentages are stored as plain numbers and differ by style only. */
export async function readNumberKinds(archive: Archive): Promise<NumberKind[] | Refusal> {
  const kinds: NumberKind[] = []
  if (!archive.names.has('xl/styles.xml')) return kinds
  const formats = new Map<number, string>()
  let inCells = false
  const refused = await readXml(archive, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) kinds.push(kindOf(Number(attributes.numFmtId ?? 0), formats))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return refused ?? kinds
}

function kindOf(id: number, formats: ReadonlyMap<number, string>): NumberKind {
  if (builtInDates.has(id)) return 'date'
  if (id === 9 || id === 10) return 'percent'
  const code = (formats.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  if (/[ymdhs年月日]/i.test(code) && !/general/i.test(code)) return 'date'
  return code.includes('%') ? 'percent' : 'plain'
}
