/**
 * The limit: bare Fastify and pg. Each path has one prepared query; it is run for every request, and the bytes that the program
 * answers on that path are sent. What the program does beyond that is what the ratio shows.
 */
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import pg from 'pg'
import type { LimitRoute } from './routes.ts'

const [, , file = ''] = process.argv
const routes = new Map<string, LimitRoute>(JSON.parse(readFileSync(file, 'utf8')))
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: 20,
  options: '-c role=jishi_app',
})
const app = Fastify({ logger: false })
app.get('/*', async (request, reply) => {
  const route = routes.get(request.url)
  if (!route) return reply.code(404).send()
  const { rows } = await pool.query({ name: route.name, text: route.text, values: route.values })
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .send(route.bytes === null ? rows[0].body : route.bytes)
})
process.on('message', () => process.send?.({ rss: process.memoryUsage().rss, cpu: process.cpuUsage() }))
await app.listen({ port: 0, host: '127.0.0.1' })
const address = app.server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
