import { signIn } from '#shared/accounts/contract.ts'
import { type CallInput, type Endpoint, endpointUrl, type ResponseOf } from '#shared/http.ts'
import type { DemoAccount } from './program.ts'

/** Calls the API as a script does: by contract, with a bearer token where it has one. Fails with the problem's own words. */
export type Script = <E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> & { file?: Blob },
) => Promise<ResponseOf<E>>

type Given = { params?: object; query?: object; body?: unknown; file?: Blob; idempotencyKey?: string }

export function scriptOf(baseUrl: string, token?: string): Script {
  return async <E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ResponseOf<E>> => {
    const { params = {}, query = {}, body, file, idempotencyKey } = input as Given
    const url = endpointUrl(
      endpoint.path,
      params as Record<string, unknown>,
      query as Record<string, unknown>,
    )
    const content = file ?? (body === undefined ? undefined : JSON.stringify(body))
    const answer = await fetch(`${baseUrl}${url}`, {
      method: endpoint.method,
      headers: {
        ...(content === undefined ? {} : { 'content-type': file ? 'text/csv' : 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(content === undefined ? {} : { body: content }),
    })
    if (!answer.ok) throw new Error(`${endpoint.operationId}: ${answer.status} ${await answer.text()}`)
    const text = await answer.text()
    return (text === '' ? undefined : JSON.parse(text)) as ResponseOf<E>
  }
}

/** Signs in by API and calls as that person from then on. */
export async function scriptAs(
  baseUrl: string,
  { email, password }: Pick<DemoAccount, 'email' | 'password'>,
): Promise<Script> {
  const { accessToken } = await scriptOf(baseUrl)(signIn, { body: { email, password } })
  return scriptOf(baseUrl, accessToken)
}
