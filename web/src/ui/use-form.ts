import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { ProblemError } from '#web/src/api/call.ts'
import { type Say, useTexts } from '#web/src/texts/texts.ts'
import { uiTexts } from './texts.ts'

/** Messages by RFC 6901 pointer into what is sent: `/email`, `/place/cityCode`. */
export type Errors = Readonly<Record<string, string>>

type Options<Values> = {
  initial: Values
  /** What can be told without asking the server: by pointer, only what is wrong. */
  check?: (values: Values) => Errors
  /** Sends; a ProblemError goes to the fields it names. */
  send: (values: Values) => Promise<unknown>
  /** Problems about one field that name no pointer: code → pointer. */
  pointers?: Readonly<Record<string, string>>
}

export type Form<Values> = {
  ref: RefObject<HTMLFormElement | null>
  values: Values
  change: (values: Partial<Values>) => void
  /** What is wrong at a pointer, if anything. */
  errorAt: (pointer: string) => string | undefined
  /** What is wrong with the whole, or with something that has no field here. Empty when all is well. */
  message: string
  busy: boolean
  submit: (event?: FormEvent) => void
  /** Value, change and error of a text member, to spread on a TextField. */
  text: (key: keyof Values & string) => {
    value: string
    onChange: (value: string) => void
    error: string | undefined
  }
}

/**
 * A form that keeps what was typed: on a refusal every message goes to its field, the first wrong field gets the focus, and a field's
 * message goes when the field changes.
 */
export function useForm<Values extends object>({
  initial,
  check,
  send,
  pointers = {},
}: Options<Values>): Form<Values> {
  const t = useTexts(uiTexts)
  const ref = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Errors>({})
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState(0)
  // The focus moves outside React, after the messages stand.
  useEffect(() => {
    if (refusals > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refusals])

  const refuse = (found: Errors, whole: string) => {
    setErrors(found)
    setMessage(whole)
    setRefusals((count) => count + 1)
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (busy) return
    const found = check?.(values) ?? {}
    const wrong = Object.keys(found).length
    if (wrong > 0) return refuse(found, t('toMend', { count: wrong }))
    setErrors({})
    setMessage('')
    setBusy(true)
    send(values)
      .catch((error: unknown) => {
        const read = readProblem(error, pointers, Object.keys(values), t)
        refuse(read.errors, read.message)
      })
      .finally(() => setBusy(false))
  }
  const change = (changed: Partial<Values>) => {
    setValues((before) => ({ ...before, ...changed }))
    const keys = Object.keys(changed)
    const left = Object.entries(errors).filter(
      ([pointer]) => !keys.some((key) => pointer.split('/')[1] === key),
    )
    setErrors(Object.fromEntries(left))
    // The summary goes with the last thing it counted.
    if (left.length === 0) setMessage('')
  }
  const errorAt = (pointer: string) => errors[pointer]
  const text = (key: keyof Values & string) => ({
    value: String(values[key] ?? ''),
    // A member read as text is written as text.
    onChange: (value: string) => change({ [key]: value } as Partial<Values>),
    error: errorAt(`/${key}`),
  })
  return { ref, values, change, errorAt, message, busy, submit, text }
}

/** What a failed call says, in the reader's language: the server's own sentence, or that it could not be reached. */
export function failureText(error: unknown, t: Say<'failed' | 'offline'>): string {
  if (error instanceof ProblemError) return error.message
  return error instanceof TypeError ? t('offline') : t('failed')
}

function readProblem(
  error: unknown,
  pointers: Readonly<Record<string, string>>,
  members: readonly string[],
  t: Say<'failed' | 'offline' | 'toMend'>,
): { errors: Errors; message: string } {
  if (!(error instanceof ProblemError)) return { errors: {}, message: failureText(error, t) }
  const { problem } = error
  const own = pointers[problem.code]
  if (own !== undefined) return { errors: { [own]: error.message }, message: '' }
  const named = problem.errors ?? []
  const placed = named.filter(({ pointer }) => members.includes(pointer.split('/')[1] ?? ''))
  const homeless = named.filter((one) => !placed.includes(one)).map((one) => one.message)
  if (placed.length === 0) return { errors: {}, message: [error.message, ...homeless].join(' ') }
  return {
    errors: Object.fromEntries(placed.map(({ pointer, message }) => [pointer, message])),
    message: [t('toMend', { count: placed.length }), ...homeless].join(' '),
  }
}
