import { type Endpoint, endpointUrl, type ResponseOf } from '#shared/http.ts'
import { ProblemDocument } from '#shared/problem.ts'
import type { Locale } from '#shared/text.ts'
import { ProblemError } from './call.ts'

type Upload = {
  params: Record<string, string>
  query?: Record<string, string | undefined>
  file: Blob
  type: string
  locale: Locale
  /** Bytes that have left, of all. */
  onProgress: (sent: number, total: number) => void
  signal?: AbortSignal
}

/**
 * Sends a file as the raw body and tells how far it is, which fetch cannot. Throws a ProblemError for an answer that is no success and a
 * TypeError when the server cannot be reached, as `call` does.
 */
export function uploadFile<E extends Endpoint>(endpoint: E, upload: Upload): Promise<ResponseOf<E>> {
  const request = new XMLHttpRequest()
  request.open(endpoint.method, endpointUrl(endpoint.path, upload.params, upload.query ?? {}))
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('accept-language', upload.locale === 'zh' ? 'zh-CN' : 'en')
  request.setRequestHeader('content-type', upload.type)
  request.upload.onprogress = (event) => upload.onProgress(event.loaded, event.total)
  upload.signal?.addEventListener('abort', () => request.abort())
  return new Promise((done, failed) => {
    request.onerror = () => failed(new TypeError('network'))
    request.onabort = () => failed(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      const body = readJson(request.responseText)
      // The server filtered its answer with the same contract, as in `call`.
      if (request.status >= 200 && request.status < 300) return done(body as ResponseOf<E>)
      const problem = ProblemDocument.safeParse(body)
      failed(
        new ProblemError(
          problem.success
            ? problem.data
            : {
                type: 'about:blank',
                title: `HTTP ${request.status}`,
                status: request.status,
                code: 'request/failed',
              },
        ),
      )
    }
    request.send(upload.file)
  })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
