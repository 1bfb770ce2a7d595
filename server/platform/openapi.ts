import { z } from 'zod'
import type { Endpoint } from '#shared/http.ts'
import { ProblemDocument } from '#shared/problem.ts'
import type { ProblemIndex } from './problems.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any', reused: 'inline' })

function parameters(endpoint: Endpoint): object[] {
  const parts: [string, z.ZodType][] = [
    ['path', endpoint.params],
    ['query', endpoint.query],
  ]
  return parts.flatMap(([place, schema]) => {
    const json = schemaOf(schema, 'input') as { properties?: Record<string, object>; required?: string[] }
    return Object.entries(json.properties ?? {}).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || (json.required ?? []).includes(name),
      schema: property,
    }))
  })
}

function operation(endpoint: Endpoint, problems: ProblemIndex): object {
  const codes = [
    'request/invalid',
    ...(endpoint.access === 'signed-in' ? ['request/not-signed-in'] : []),
    ...endpoint.problems,
  ]
  const byStatus = new Map<number, string[]>()
  for (const code of codes) {
    const status = problems.get(code)?.status ?? 422
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const refusals = Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      String(status),
      {
        description: list.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
  const answer =
    endpoint.status === 204
      ? { description: 'Done' }
      : {
          description: 'OK',
          content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
        }
  const isFile = endpoint.file !== null
  const hasBody = isFile || !(endpoint.body instanceof z.ZodUndefined)
  return {
    operationId: endpoint.operationId,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    parameters: [
      ...parameters(endpoint),
      ...(endpoint.idempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', minLength: 16, maxLength: 255 },
            },
          ]
        : []),
    ],
    ...(hasBody
      ? {
          requestBody: {
            required: true,
            content: isFile
              ? Object.fromEntries(
                  (endpoint.file?.types ?? []).map((type) => [
                    type,
                    { schema: { type: 'string', format: 'binary' } },
                  ]),
                )
              : { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
          },
        }
      : {}),
    ...(endpoint.access === 'signed-in' ? { security: [{ bearer: [] }] } : { security: [] }),
    responses: { [String(endpoint.status)]: answer, ...refusals },
  }
}

/** The OpenAPI 3.1 document of everything that is served, made from the contracts. */
export function openApiDocument(endpoints: readonly Endpoint[], problems: ProblemIndex): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of [...endpoints].sort(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  )) {
    const path = `/api/v1${endpoint.path.replace(/:([A-Za-z]+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, problems) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jishi 集市',
      version: '1',
      description:
        'Markets of industrial clusters: catalogue, wholesale trade, settlement and order. Errors are RFC 9457 problem documents.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemDocument, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
