import { desc, eq, lt, sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { chineseTypeLinks, mountChineseType } from './chinese-type.ts'
import type { Database, Db } from './db.ts'
import { transact } from './db.ts'
import { newId } from './ids.ts'
import { enqueue, job } from './jobs.ts'
import type { Resources } from './resources.ts'
import type { Slots } from './slots.ts'
import { mails } from './tables.ts'

/** A mail in one language, plain text: no pictures, no tracking, links of our own only. */
export type Mail = {
  to: string
  subject: string
  body: string
  /** A mail with a key is queued once, however often its cause repeats. */
  dedupeKey?: string
}

/** Queues a mail in the transaction of its cause: it goes out if and only if that is committed. */
export async function queueMail(db: Db, mail: Mail): Promise<void> {
  const id = newId('mail')
  const inserted = await db
    .insert(mails)
    .values({
      id,
      recipient: mail.to,
      subject: mail.subject,
      body: mail.body,
      dedupeKey: mail.dedupeKey ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: mails.id })
  if (inserted.length > 0) await enqueue(db, 'platform.send-mail', { mailId: id }, { key: `mail:${id}` })
}

const keptDays = 30

/** Sending, forgetting, and in development the page to read them on. */
export function mailSlots(resources: Resources): Slots {
  const { config, database } = resources
  return {
    jobs: [
      job({
        name: 'platform.send-mail',
        payload: z.object({ mailId: z.string() }),
        perform: ({ mailId }) => sendMail(resources, mailId),
      }),
      job({
        name: 'platform.forget-mails',
        payload: z.unknown(),
        perform: async () => {
          await transact(database, (tx) =>
            tx.delete(mails).where(lt(mails.createdAt, sql`now() - make_interval(days => ${keptDays})`)),
          )
        },
      }),
    ],
    schedules: [{ name: 'platform.forget-mails', crontab: '17 3 * * *' }],
    ...(config.production || config.smtpUrl !== undefined
      ? {}
      : { routes: (app) => outboxPage(app, database) }),
  }
}

/**
 * Sends a queued mail. Without SMTP it stays in the outbox. A crash between sending and recording sends it a second time with the
 * same Message-ID, which mail programs show once. A sent mail keeps no body in production: its links open accounts.
 */
async function sendMail({ config, database, clock }: Resources, mailId: string): Promise<void> {
  if (config.smtpUrl === undefined) return
  const [mail] = await transact(database, (tx) =>
    tx
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1` })
      .where(sql`${mails.id} = ${mailId} and ${mails.sentAt} is null`)
      .returning(),
  )
  if (!mail) return
  const transport = createTransport({
    url: config.smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: config.mailFrom,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body,
      messageId: `<${mail.id}@${new URL(config.publicUrl).hostname}>`,
    })
  } finally {
    transport.close()
  }
  await transact(database, (tx) =>
    tx
      .update(mails)
      .set({ sentAt: clock.now(), ...(config.production ? { body: '' } : {}) })
      .where(eq(mails.id, mailId)),
  )
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
const linked = (text: string) =>
  escaped(text).replace(/https?:\/\/[^\s&]+/g, (url) => `<a href="${url}">${url}</a>`)

const outboxType = '/dev/type/'

/** `/dev/outbox`: the mails that a real installation would have sent, newest first. Served in development without SMTP only. */
function outboxPage(app: Parameters<NonNullable<Slots['routes']>>[0], database: Database): void {
  mountChineseType(app, outboxType)
  app.get('/dev/outbox', async (_request, reply) => {
    const rows = await database.drizzle
      .select()
      .from(mails)
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(100)
    const list = rows.map(
      (mail) => `<article><header><h2>${escaped(mail.subject)}</h2>
<p>${escaped(mail.recipient)} · <time>${mail.createdAt.toISOString()}</time></p></header><pre>${linked(mail.body)}</pre></article>`,
    )
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>发件箱 Outbox</title>
<style>body{font:15px/1.6 Inter,"Noto Sans SC",sans-serif;background:#fbf9f5;color:#24211e;max-width:760px;margin:32px auto;padding:0 16px}
h1{font-size:22px}h2{font-size:16px;margin:0}article{background:#fff;border:1px solid #eae4da;border-radius:8px;padding:16px 20px;margin:16px 0}
header p{color:#6b655e;margin:4px 0 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:12px 0 0}a{color:#1e5f6b}</style></head>
<body><h1>发件箱 Outbox</h1><p>开发环境：未配置 SMTP 时，邮件留在这里。 In development mails stay here while no SMTP server is set.</p>
${list.join('\n') || '<p>还没有邮件。 No mail yet.</p>'}${chineseTypeLinks(outboxType)}</body></html>`)
  })
}
