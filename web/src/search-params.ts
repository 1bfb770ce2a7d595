/**
 * Search parameters as people and other programs write them: `?q=2618&attr=season:summer&attr=season:autumn`. Every value is text, a
 * repeated name is a list. (The router's own reading turns style number 2618 into a number and quotes it back.)
 */
export function parseSearch(text: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const known = values[key]
    values[key] = known === undefined ? value : Array.isArray(known) ? [...known, value] : [known, value]
  }
  return values
}

/** The reverse of `parseSearch`: undefined, empty and false values are left out, so that a URL states only what was chosen. */
export function stringifySearch(values: Record<string, unknown>): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === null || one === '' || one === false) continue
      parameters.append(key, String(one))
    }
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

type Raw = Record<string, unknown>

/** A text parameter, or undefined. */
export const textOf = (raw: Raw, key: string): string | undefined => {
  const value = raw[key]
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first !== '' ? first.slice(0, 200) : undefined
}

/** A whole number from `min` to `max`, or undefined when it is missing or not one. */
export const numberOf = (raw: Raw, key: string, min: number, max: number): number | undefined => {
  const value = Number(Array.isArray(raw[key]) ? undefined : (raw[key] ?? Number.NaN))
  return Number.isInteger(value) && value >= min && value <= max ? value : undefined
}

/** A flag: present and true. */
export const flagOf = (raw: Raw, key: string): true | undefined =>
  raw[key] === 'true' || raw[key] === true || raw[key] === '1' ? true : undefined

/** All values of a repeated parameter. */
export const listOf = (raw: Raw, key: string): string[] | undefined => {
  const value = raw[key]
  const all = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  )
  return all.length === 0 ? undefined : all
}

/** One of a closed list, or undefined. */
export const choiceOf = <T extends string>(raw: Raw, key: string, choices: readonly T[]): T | undefined =>
  choices.find((choice) => choice === raw[key])
