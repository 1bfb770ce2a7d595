import { endpointUrl } from '#shared/http.ts'
import { ProblemDocument } from '#shared/problem.ts'
import type { Locale } from '#shared/text.ts'
import { ProblemError } from './call.ts'

type Upload = {
  path: string
  params: Record<string, unknown>
  query: Record<string, unknown>
  file: File
  locale: Locale
  /** Share of the file that has left, 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/**
 * Sends a file with progress, which fetch cannot tell. Resolves when the server has taken it; throws a ProblemError for a refusal, a
 * TypeError when the server cannot be reached, an AbortError when it was given up.
 */
export function uploadFile({ path, params, query, file, locale, onProgress, signal }: Upload): Promise<void> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    request.open('POST', endpointUrl(path, params, query))
    request.setRequestHeader('content-type', file.type)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('accept-language', locale === 'zh' ? 'zh-CN' : 'en')
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => {
      if (request.status < 300) return done()
      failed(new ProblemError(problemOf(request)))
    }
    request.onerror = () => failed(new TypeError('the server cannot be reached'))
    request.onabort = () => failed(new DOMException('given up', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function problemOf(request: XMLHttpRequest): ProblemDocument {
  try {
    return ProblemDocument.parse(JSON.parse(request.responseText))
  } catch {
    return {
      type: 'about:blank',
      title: request.statusText || 'HTTP error',
      status: request.status,
      code: 'request/failed',
    }
  }
}
