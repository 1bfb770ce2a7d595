import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from './db.ts'
import { queueMail } from './mailer.ts'
import { type TestApp, testApp } from './testing/app.ts'

/** An SMTP server that takes everything and keeps what it was given. */
const received: string[] = []
let refusing = false
const server: Server = createServer((socket) => {
  let inData = false
  let data = ''
  socket.write('220 test\r\n')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    if (inData) {
      data += chunk.toString()
      if (!data.endsWith('\r\n.\r\n')) return
      received.push(data)
      inData = false
      socket.write('250 kept\r\n')
      return
    }
    for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'DATA') {
        inData = true
        data = ''
        socket.write('354 go on\r\n')
      } else if (verb === 'QUIT') socket.end('221 bye\r\n')
      else if (verb === 'RCPT' && refusing) socket.write('451 later\r\n')
      else socket.write('250 ok\r\n')
    }
  })
})

let world: TestApp
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  world = await testApp({ environment: { SMTP_URL: `smtp://127.0.0.1:${port}` } })
})
afterAll(async () => {
  await world.close()
  server.close()
})

const queue = (dedupeKey: string, fail = false) =>
  transact(world.resources.database, async (tx) => {
    await queueMail(tx, {
      to: 'someone@example.com',
      subject: '订单已发货',
      body: `正文 ${dedupeKey}`,
      dedupeKey,
    })
    if (fail) throw new Error('the cause was undone')
  })
const send = () => world.wiring.jobs.find((job) => job.name === 'platform.send-mail')
const ids = async () =>
  (
    await world.db.owner.pool.query<{ id: string; sent: boolean }>(
      'select id, sent_at is not null as sent from mails order by created_at',
    )
  ).rows

test('a mail goes out once when its cause is committed, and never when it is undone', async () => {
  await expect(queue('undone', true)).rejects.toThrow('undone')
  await queue('one')
  await queue('one')
  await world.work()
  const [mail] = await ids()
  await send()?.run({ mailId: mail?.id })
  expect(received).toHaveLength(1)
  expect(received[0]).toContain('To: someone@example.com')
  expect(received[0]).toContain(`Message-ID: <${mail?.id}@`)
})

test('a mail that the server does not take now stays to be sent', async () => {
  refusing = true
  await queue('two')
  const [, mail] = await ids()
  await expect(send()?.run({ mailId: mail?.id })).rejects.toThrow()
  expect((await ids())[1]?.sent).toBe(false)
  refusing = false
  await send()?.run({ mailId: mail?.id })
  expect((await ids())[1]?.sent).toBe(true)
})
