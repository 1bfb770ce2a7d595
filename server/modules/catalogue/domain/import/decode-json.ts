import { importLimits } from '#shared/catalogue/import.ts'
import { decodeText } from './decode-csv.ts'
import { isObject, type JsonObject, objectRows } from './json-rows.ts'
import { type Cell, cellMaker, type Encoding, emptyCell, type Refusal, refusal, type Sheet } from './sheet.ts'

/**
 * A JSON file as sheets: one for every array of objects, at the root or inside up to three levels of objects. Each object
 * becomes a row, or one row for each of its SKUs; the first row of the sheet holds the members' names.
 */
export function decodeJson(
  bytes: Uint8Array,
  name: string,
): { encoding: Encoding; sheets: Sheet[] } | Refusal {
  const decoded = decodeText(bytes)
  if (!decoded) return refusal('catalogue/import-encoding')
  let root: unknown
  try {
    root = JSON.parse(decoded.text)
  } catch {
    return refusal('catalogue/import-file-damaged')
  }
  const arrays = findArrays(root, name, 0)
  if (arrays.length === 0) return refusal('catalogue/import-json-shape')
  const sheets: Sheet[] = []
  let cells = 0
  let rows = 0
  for (const { label, objects } of arrays) {
    const sheet = tableOf(label, objects)
    if ('refused' in sheet) return sheet
    rows += sheet.rows.length
    cells += sheet.rows.length * (sheet.rows[0]?.length ?? 0)
    if (rows > importLimits.rows + arrays.length)
      return refusal('catalogue/import-too-many-rows', { limit: importLimits.rows })
    if (cells > importLimits.cells * 4)
      return refusal('catalogue/import-too-many-columns', { limit: importLimits.columns })
    sheets.push(sheet)
  }
  return { encoding: decoded.encoding, sheets }
}

function findArrays(
  value: unknown,
  label: string,
  depth: number,
): { label: string; objects: JsonObject[] }[] {
  if (Array.isArray(value)) {
    const objects = value.filter(isObject)
    return objects.length > 0 && objects.length * 2 >= value.length ? [{ label, objects }] : []
  }
  if (!isObject(value) || depth > 3) return []
  return Object.entries(value).flatMap(([key, member]) => findArrays(member, key, depth + 1))
}

function tableOf(name: string, objects: readonly JsonObject[]): Sheet | Refusal {
  const columns = new Map<string, number>()
  const make = cellMaker()
  const rows: Cell[][] = []
  for (const object of objects) {
    let origin = -1
    for (const { members, shared } of objectRows(object)) {
      const row: Cell[] = []
      for (const [path, { text, number }] of members) {
        const column = columns.get(path) ?? columns.size
        if (column >= importLimits.columns) continue
        columns.set(path, column)
        while (row.length < column) row.push(emptyCell)
        const cell = number === undefined ? make(text) : { text, number }
        // The values of the object itself repeat in the rows of its SKUs, like a merged cell.
        row[column] = origin >= 0 && shared.has(path) ? { ...cell, mergedFrom: [origin, column] } : cell
      }
      if (origin < 0) origin = rows.length + 1
      rows.push(row)
      if (rows.length > importLimits.rows)
        return refusal('catalogue/import-too-many-rows', { limit: importLimits.rows })
    }
  }
  return { name, rows: [[...columns.keys()].map(make), ...rows], firstRow: 1, fromObjects: true }
}
