import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Tx, transact } from './db.ts'
import { enqueue, job } from './jobs.ts'
import { ProblemError } from './problems.ts'
import type { Resources } from './resources.ts'
import type { Slots } from './slots.ts'
import { storedFiles } from './tables.ts'

/** Whose files are counted together, and how much there may be. Pictures made smaller count as bytes, not as files. */
export type Room = { owner: string; files: number; bytes: number }
export type Arriving = {
  key: string
  contentType: string
  size: number
  sha256: Buffer
  isPublic: boolean
  /** The file that this one was made smaller from: it goes where that one goes. */
  madeFrom: string | null
}

/** What nobody claimed after so long was left by a request that came to nothing. */
const unclaimedMs = 3_600_000
const keyOnly = z.strictObject({ key: z.string() })
const anything = z.unknown()
const removeJob = 'files.remove'

const withItsSizes = (key: string) => or(eq(storedFiles.key, key), eq(storedFiles.madeFrom, key))

/** Refuses with `uploads/quota-full` when the owner's room is full, counting what is still on its way. */
async function demandRoom(tx: Tx, room: Room, more: { files: number; bytes: number }): Promise<void> {
  const { rows } = await tx.execute<{ files: number; bytes: number }>(sql`select
      count(*) filter (where made_from is null)::int as files, coalesce(sum(size), 0)::bigint as bytes
    from stored_files where owner = ${room.owner} and removed_at is null`)
  const used = rows[0] ?? { files: 0, bytes: 0 }
  if (used.files + more.files > room.files || used.bytes + more.bytes > room.bytes)
    throw new ProblemError('uploads/quota-full', {
      files: used.files,
      mostFiles: room.files,
      megabytes: Math.ceil(used.bytes / 1024 / 1024),
      mostMegabytes: Math.floor(room.bytes / 1024 / 1024),
    })
}

/**
 * The files of the object store and their rows. The row is there before the object and goes after it, so that there is never an object
 * without a row: a file arrives, is claimed by the transaction that needs it, and is dropped by the one that no longer does. What a crash
 * leaves between two of these steps the sweep takes away within the hour.
 */
export function createStoredFiles({ database, objects, clock, logger }: Resources) {
  /** Deletes the objects of a dropped file, then its rows. Bears repeats. */
  async function remove(key: string): Promise<void> {
    const rows = await database.drizzle
      .select({ key: storedFiles.key })
      .from(storedFiles)
      .where(and(withItsSizes(key), isNotNull(storedFiles.removedAt)))
    for (const row of rows) {
      await objects.remove(row.key)
      await transact(database, (tx) => tx.delete(storedFiles).where(eq(storedFiles.key, row.key)))
    }
  }

  /** Takes away what was dropped and not deleted, and what nobody claimed. */
  async function sweep(): Promise<void> {
    const now = clock.now()
    const before = new Date(now.getTime() - unclaimedMs)
    const gone = await transact(database, async (tx) => {
      await tx
        .update(storedFiles)
        .set({ removedAt: before })
        .where(
          and(
            isNull(storedFiles.claimedAt),
            isNull(storedFiles.removedAt),
            lt(storedFiles.createdAt, before),
          ),
        )
      return tx
        .select({ key: storedFiles.key })
        .from(storedFiles)
        .where(sql`${storedFiles.removedAt} <= ${before}`)
        .orderBy(storedFiles.removedAt)
        .limit(1000)
    })
    for (const { key } of gone)
      await remove(key).catch((error: unknown) =>
        logger.warn({ err: error, key }, 'a stored file could not be deleted; the sweep comes again'),
      )
  }

  const slots: Slots = {
    jobs: [
      job({ name: removeJob, payload: keyOnly, perform: ({ key }) => remove(key) }),
      job({ name: 'files.sweep', payload: anything, perform: sweep }),
    ],
    schedules: [{ name: 'files.sweep', crontab: '17 * * * *' }],
  }

  return {
    slots,
    /** Fails early when there is no room for one more file, before anybody's bytes are read. */
    expectRoom: (room: Room) => transact(database, (tx) => demandRoom(tx, room, { files: 1, bytes: 1 })),

    /** Writes rows for files, if the owner has room, then the files. Two at once are counted one after the other. */
    async keep(room: Room, files: readonly (Arriving & { bytes: Uint8Array })[]): Promise<void> {
      await transact(database, async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`files:${room.owner}`}, 0))`)
        await demandRoom(tx, room, {
          files: files.filter((file) => file.madeFrom === null).length,
          bytes: files.reduce((sum, file) => sum + file.size, 0),
        })
        const createdAt = clock.now()
        await tx
          .insert(storedFiles)
          .values(files.map(({ bytes: _, ...row }) => ({ ...row, owner: room.owner, createdAt })))
      })
      for (const { key, bytes } of files) await objects.put(key, bytes)
    },

    /** Says in the transaction that makes use of a file that it stays. Throws when it is gone. */
    async claim(tx: Tx, key: string): Promise<void> {
      const claimed = await tx
        .update(storedFiles)
        .set({ claimedAt: clock.now() })
        .where(and(withItsSizes(key), isNull(storedFiles.removedAt)))
        .returning({ key: storedFiles.key })
      if (claimed.length === 0) throw new ProblemError('request/changed-meanwhile')
    },

    /** Says in the transaction that no longer needs a file that it goes: nobody gets it from then on, a job deletes it. */
    async drop(tx: Tx, key: string): Promise<void> {
      await tx.update(storedFiles).set({ removedAt: clock.now() }).where(withItsSizes(key))
      await enqueue(tx, removeJob, { key }, { key: `${removeJob} ${key}` })
    },
  }
}
export type StoredFiles = ReturnType<typeof createStoredFiles>
