import { headerTarget } from './headers.ts'

export type JsonObject = { readonly [member: string]: unknown }
export type Member = { text: string; number?: number }
/** One row made from an object: members by path, and which of them belong to the object rather than to a SKU of it. */
export type ObjectRow = { members: Map<string, Member>; shared: Set<string> }

const maxCombinations = 1000
const maxDepth = 4
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** The rows of one object: one for each element of its SKU array, or for each combination of its options, or one. */
export function objectRows(object: JsonObject): ObjectRow[] {
  const own: Map<string, Member> = new Map()
  const axes: Axis[] = []
  let skus: { path: string; items: JsonObject[] } | null = null
  for (const [key, value] of Object.entries(object)) {
    const found = skuArray(key, value)
    const options = found ? null : axesOf(key, value)
    if (found && !skus) skus = { path: key, items: found }
    else if (options) axes.push(...options)
    else flatten(key, value, own, 0)
  }
  if (skus) return skuRows(own, skus.path, skus.items, axes)
  if (axes.length > 0) return combinationRows(own, axes)
  return [{ members: own, shared: new Set(own.keys()) }]
}

type Axis = { path: string; options: readonly (string | number | boolean)[] }

const skuWords = /sku|variant|variation|offer|stock|inventory|规格|款式|库存|明细|颜色尺码/i

/** An array of objects that describe cells of one product: by its name, or because a member is a price, stock, size or colour. */
function skuArray(key: string, value: unknown): JsonObject[] | null {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) return null
  const [first] = value
  if (!first || pairOf(first)) return null
  const telling = Object.keys(first).some((member) =>
    ['price', 'stock', 'size', 'colour', 'barcode'].includes(headerTarget(member)?.target.field ?? ''),
  )
  return telling || skuWords.test(key) ? value : null
}

/** Options that span a product's SKUs: `{ 颜色: [...], 尺码: [...] }`, or `sizes: [...]`. */
function axesOf(key: string, value: unknown): Axis[] | null {
  if (Array.isArray(value) && value.length > 0 && value.every(isScalar)) {
    const field = headerTarget(key)?.target.field
    return field === 'size' || field === 'colour' ? [{ path: key, options: value }] : null
  }
  if (!isObject(value)) return null
  const members = Object.entries(value)
  const axes = members.flatMap(([name, options]) =>
    Array.isArray(options) && options.length > 0 && options.every(isScalar)
      ? [{ path: `${key}.${name}`, options }]
      : [],
  )
  return axes.length > 0 && axes.length === members.length ? axes : null
}

function skuRows(
  own: Map<string, Member>,
  path: string,
  items: readonly JsonObject[],
  axes: readonly Axis[],
): ObjectRow[] {
  const shared = new Set(own.keys())
  return items.map((item) => {
    const members = new Map(own)
    for (const [key, value] of Object.entries(item)) {
      const choice =
        Array.isArray(value) && value.length === axes.length && value.every(isScalar) ? value : null
      if (choice) for (const [index, axis] of axes.entries()) put(members, axis.path, choice[index] ?? '')
      else flatten(`${path}.${key}`, value, members, 1)
    }
    return { members, shared }
  })
}

function combinationRows(own: Map<string, Member>, axes: readonly Axis[]): ObjectRow[] {
  const shared = new Set(own.keys())
  let rows: Map<string, Member>[] = [own]
  for (const { path, options } of axes) {
    rows = rows
      .flatMap((members) => options.map((option) => put(new Map(members), path, option)))
      .slice(0, maxCombinations)
  }
  return rows.map((members) => ({ members, shared }))
}

function put(
  members: Map<string, Member>,
  path: string,
  value: string | number | boolean,
): Map<string, Member> {
  const before = members.get(path)
  const text = String(value)
  if (before && before.text !== '')
    members.set(path, before.text === text ? before : { text: `${before.text}；${text}` })
  else members.set(path, typeof value === 'number' ? { text, number: value } : { text })
  return members
}

function flatten(path: string, value: unknown, members: Map<string, Member>, depth: number): void {
  if (isScalar(value)) put(members, path, value)
  else if (Array.isArray(value)) flattenArray(path, value, members, depth)
  else if (isObject(value) && depth < maxDepth) {
    const pair = pairOf(value)
    if (pair) put(members, `${path}.${pair[0]}`, pair[1])
    else
      for (const [key, member] of Object.entries(value)) flatten(`${path}.${key}`, member, members, depth + 1)
  } else if (!members.has(path)) members.set(path, { text: '' })
}

function flattenArray(
  path: string,
  values: readonly unknown[],
  members: Map<string, Member>,
  depth: number,
): void {
  if (values.length === 0) {
    if (!members.has(path)) members.set(path, { text: '' })
    return
  }
  if (values.every(isScalar)) {
    members.set(path, { text: values.map(String).join(' / ') })
    return
  }
  for (const value of values) {
    const pair = pairOf(value)
    if (pair) put(members, `${path}.${pair[0]}`, pair[1])
    else if (depth < maxDepth) flatten(path, value, members, depth + 1)
  }
}

const nameWords = ['name', 'key', 'attribute', 'specification', 'label', '属性', '名称', '属性名']
const valueWords = ['value', 'val', '值', '属性值']

/** `["材质", "100%棉"]` and `{ name: "材质", value: "100%棉" }` name one attribute each. */
function pairOf(value: unknown): [string, string | number | boolean] | null {
  if (Array.isArray(value)) {
    const [name, content] = value
    return value.length === 2 && typeof name === 'string' && isScalar(content) ? [name, content] : null
  }
  if (!isObject(value)) return null
  const name = nameWords.map((word) => value[word]).find((member) => typeof member === 'string')
  const content = valueWords.map((word) => value[word]).find(isScalar)
  return typeof name === 'string' && content !== undefined ? [name, content] : null
}
