import {
  type AttributeDefinition,
  type Attributes,
  type AttributeValue,
  CompositionPart,
} from './category.ts'
import { type ListingProblem, listingError, listingWarning } from './listing-problem.ts'

/** The names of an attribute in both languages, as facts of a problem. */
const named = (definition: AttributeDefinition) => ({
  attribute: definition.key,
  nameZh: definition.name.zh,
  nameEn: definition.name.en,
})

/** RFC 6901: `~` and `/` are escaped. */
const pointerTo = (key: string) => `/attributes/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** Judges attribute values by their definitions: unknown, missing, of a wrong type, or of an option that is not listed. */
export function attributeProblems(
  values: Attributes,
  definitions: readonly AttributeDefinition[],
): ListingProblem[] {
  const known = new Map(definitions.map((definition) => [definition.key, definition]))
  const unknown = Object.keys(values)
    .filter((key) => !known.has(key))
    .map((key) => listingError('catalogue/unknown-attribute', pointerTo(key), { attribute: key }))
  return [...unknown, ...definitions.flatMap((definition) => judge(values[definition.key], definition))]
}

function judge(value: AttributeValue | undefined, definition: AttributeDefinition): ListingProblem[] {
  const pointer = pointerTo(definition.key)
  if (isEmpty(value)) {
    return definition.required
      ? [listingError('catalogue/attribute-missing', pointer, named(definition))]
      : []
  }
  if (!hasType(value, definition)) {
    return [
      listingError('catalogue/attribute-wrong-type', pointer, {
        ...named(definition),
        type: definition.type,
      }),
    ]
  }
  const options = definition.options?.map((option) => option.value)
  if (options === undefined) return []
  const chosen = Array.isArray(value)
    ? value.map((each, index) => [each, `${pointer}/${index}`] as const)
    : [[value, pointer] as const]
  return chosen
    .filter(([each]) => typeof each === 'string' && !options.includes(each))
    .map(([each, at]) =>
      listingError('catalogue/attribute-unknown-option', at, { ...named(definition), value: String(each) }),
    )
}

function isEmpty(value: AttributeValue | undefined): value is undefined {
  return (
    value === undefined ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  )
}

function hasType(value: AttributeValue, { type }: AttributeDefinition): boolean {
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'text' || type === 'choice') return typeof value === 'string'
  if (type === 'choices') return Array.isArray(value) && value.every((each) => typeof each === 'string')
  return compositionOf(value).length > 0
}

/** The parts of a composition value; none when it is not one. */
export function compositionOf(value: AttributeValue | undefined): CompositionPart[] {
  const parsed = CompositionPart.array().safeParse(value)
  return parsed.success ? parsed.data : []
}

/** 成分: the percentages of each part sum to 100 ± 0.1 (GB/T 29862 labels; commercial-and-law 1.1.1), each fibre once. */
/**
 * Whether a part of a composition is the down content of a filling: "90%白鸭绒" says how much of the filling is down clusters; the
 * rest is small feather and needs no naming (GB/T 14272), so that it need not make 100 %.
 */
export function isDownContent({ part, fibres }: CompositionPart): boolean {
  const [only] = fibres
  return (
    fibres.length === 1 &&
    only !== undefined &&
    only.percent > 0 &&
    only.percent < 100 &&
    /填充|充绒|填料|内充|绒|filling|down|fill/i.test(part) &&
    /绒|down/i.test(only.fibre)
  )
}

export function compositionProblems(values: Attributes): ListingProblem[] {
  return compositionOf(values.composition).flatMap(({ part, fibres }, index) => {
    const pointer = `/attributes/composition/${index}`
    // In thousandths, so that 33.3 + 33.3 + 33.3 is 99.9 and not 99.89999.
    const thousandths = fibres.reduce((sum, { percent }) => sum + Math.round(percent * 1000), 0)
    const problems: ListingProblem[] = []
    if (Math.abs(thousandths - 100_000) > 100 && !isDownContent({ part, fibres })) {
      problems.push(listingError('catalogue/composition-sum', pointer, { part, sum: thousandths / 1000 }))
    }
    const names = fibres.map(({ fibre }) => fibre.trim().toLowerCase())
    for (const [at, { fibre }] of fibres.entries()) {
      if (names.indexOf(names[at] ?? '') === at) continue
      problems.push(listingWarning('catalogue/fibre-twice', `${pointer}/fibres/${at}`, { part, fibre }))
    }
    return problems
  })
}
