import type { TestApp } from './app.ts'

/** The newest mail to an address, as the outbox holds it. */
export async function newestMail(
  world: TestApp,
  to: string,
): Promise<{ subject: string; body: string } | null> {
  const { rows } = await world.db.owner.pool.query<{ subject: string; body: string }>(
    'select subject, body from mails where lower(recipient) = lower($1) order by created_at desc, id desc limit 1',
    [to],
  )
  return rows[0] ?? null
}

/** The one-time token in the newest mail to an address; fails when there is none. */
export async function mailedToken(world: TestApp, to: string): Promise<string> {
  const token = /#token=([A-Za-z0-9_-]{43})/.exec((await newestMail(world, to))?.body ?? '')?.[1]
  if (token === undefined) throw new Error(`no token was mailed to ${to}`)
  return token
}
