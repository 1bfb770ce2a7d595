import type { AttributeDefinition, Category, ListingRule, SizeOption } from '../category.ts'
import type { Unit } from '../product.ts'

/** A category as it is written down here: children hang below, sizes, units and rules pass on until a child names its own. */
export type CategoryNode = {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Other words, both languages, separated by `|`. */
  readonly also?: string
  readonly attributes?: readonly AttributeDefinition[]
  readonly sizes?: readonly SizeOption[]
  readonly units?: readonly Unit[]
  readonly rules?: readonly ListingRule[]
  readonly children?: readonly CategoryNode[]
}

type Passed = { sizes: readonly SizeOption[]; units: readonly Unit[]; rules: readonly ListingRule[] }

/** The categories of a tree, parents before children. Attributes stay where they are written; `attributesOf` adds inherited ones. */
export function growTree(node: CategoryNode, parentId: string | null = null, from?: Passed): Category[] {
  const passed: Passed = {
    sizes: node.sizes ?? from?.sizes ?? [],
    units: node.units ?? from?.units ?? ['piece'],
    rules: node.rules ?? from?.rules ?? [],
  }
  const children = node.children ?? []
  const category: Category = {
    id: node.id,
    parentId,
    name: { zh: node.zh, en: node.en },
    aliases: (node.also ?? '').split('|').filter((alias) => alias !== ''),
    leaf: children.length === 0,
    attributes: [...(node.attributes ?? [])],
    sizes: [...passed.sizes],
    units: [...passed.units],
    rules: [...passed.rules],
  }
  return [category, ...children.flatMap((child) => growTree(child, node.id, passed))]
}

type Option = { value: string; name: { zh: string; en: string } }

/** Options written as `value 中文 English words`, one a line. */
export function options(...lines: readonly string[]): Option[] {
  return lines.map((line) => {
    const [value = '', zh = '', ...en] = line.split(' ')
    return { value, name: { zh, en: en.join(' ') } }
  })
}
