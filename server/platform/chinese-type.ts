import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/**
 * The Chinese type for pages that are written without the web's build: the outbox and the sandbox's. They are there in development only,
 * and so is the font's package; where it is not installed, the reader's own type is taken.
 */
export function mountChineseType(app: FastifyInstance, prefix: string): void {
  const root = folderOfType()
  if (root === null) return
  app.register(staticFiles, {
    root,
    prefix,
    decorateReply: false,
    index: false,
    allowedPath: (path) => /^\/(400\.css|700\.css|files\/[\w-]+-[47]00-normal\.woff2)$/.test(path),
  })
}

/** For the end of the body, where the rules hold nothing back. */
export const chineseTypeLinks = (prefix: string): string =>
  [400, 700].map((weight) => `<link rel="stylesheet" href="${prefix}${weight}.css">`).join('')

function folderOfType(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'))
  } catch {
    return null
  }
}
