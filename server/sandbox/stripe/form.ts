export type FormValue = string | FormValue[] | { [key: string]: FormValue }
export type Form = { [key: string]: FormValue }

/** Reads `a[b][0][c]=d`, the way Stripe's API is written to. */
export function readForm(text: string): Form {
  const root: Form = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const steps = [...name.matchAll(/[^[\]]+/g)].map(([step]) => step)
    if (steps.some((step) => step === '__proto__' || step === 'constructor')) continue
    place(root, steps, value)
  }
  return root
}

function place(at: Form, [step = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    at[step] = value
    return
  }
  const below = at[step]
  const next: Form = typeof below === 'object' && !Array.isArray(below) ? below : {}
  at[step] = next
  place(next, rest, value)
}

/** A member by its path, e.g. `text(form, 'payment_intent_data', 'transfer_group')`. */
export function textAt(form: Form, ...path: string[]): string | undefined {
  const value = valueAt(form, path)
  return typeof value === 'string' ? value : undefined
}
export function recordAt(form: Form, ...path: string[]): Record<string, string> {
  const value = valueAt(form, path)
  if (typeof value !== 'object' || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
function valueAt(form: Form, path: string[]): FormValue | undefined {
  let value: FormValue | undefined = form
  for (const step of path)
    value = typeof value === 'object' && !Array.isArray(value) ? value[step] : undefined
  return value
}
