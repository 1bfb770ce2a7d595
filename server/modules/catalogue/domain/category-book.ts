import type { AttributeDefinition, Category } from '#shared/catalogue/category.ts'

/** The categories of the installation, with what follows from their tree. */
export type CategoryBook = {
  readonly all: readonly Category[]
  readonly find: (id: string) => Category | undefined
  /** From the root down to the category itself; empty for an unknown one. */
  readonly path: (id: string) => readonly Category[]
  /** The leaves at and below it; none for an unknown one. */
  readonly leaves: (id: string) => readonly string[]
  /** Its own attributes and those of the categories above; its own win. */
  readonly attributes: (id: string) => readonly AttributeDefinition[]
}

/** Makes the book once; every answer after that is a look-up. */
export function categoryBook(all: readonly Category[]): CategoryBook {
  const byId = new Map(all.map((category) => [category.id, category]))
  const paths = new Map<string, readonly Category[]>()
  const pathOf = (id: string): readonly Category[] => {
    const known = paths.get(id)
    if (known) return known
    const category = byId.get(id)
    if (!category) return []
    const path = [...(category.parentId === null ? [] : pathOf(category.parentId)), category]
    paths.set(id, path)
    return path
  }
  const attributes = new Map<string, readonly AttributeDefinition[]>()
  const attributesOf = (id: string): readonly AttributeDefinition[] => {
    const known = attributes.get(id)
    if (known) return known
    const byKey = new Map<string, AttributeDefinition>()
    for (const category of pathOf(id)) for (const each of category.attributes) byKey.set(each.key, each)
    const made = [...byKey.values()]
    attributes.set(id, made)
    return made
  }
  const leaves = new Map<string, string[]>()
  for (const { id, leaf } of all)
    if (leaf) for (const above of pathOf(id)) leaves.set(above.id, [...(leaves.get(above.id) ?? []), id])
  return {
    all,
    leaves: (id) => leaves.get(id) ?? [],
    find: (id) => byId.get(id),
    path: pathOf,
    attributes: attributesOf,
  }
}
