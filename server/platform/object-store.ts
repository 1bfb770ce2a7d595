import { resolve } from 'node:path'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/**
 * Where files are kept: a folder by default. Keys are ours (never a user's file name), so nothing a caller sends reaches a path.
 */
export type ObjectStore = {
  put: (key: string, bytes: Uint8Array) => Promise<void>
  get: (key: string) => Promise<Uint8Array | null>
  remove: (key: string) => Promise<void>
}

const keyShape = /^[a-z]+(\/[a-z0-9_.-]+)+$/

/** An object store in `folder`. */
export function folderStore(folder: string): ObjectStore {
  const disk = new Disk(new FSDriver({ location: resolve(folder), visibility: 'private' }))
  const checked = (key: string) => {
    if (!keyShape.test(key) || key.includes('..')) throw new Error(`not an object key: ${key}`)
    return key
  }
  return {
    put: (key, bytes) => disk.put(checked(key), bytes),
    get: async (key) => ((await disk.exists(checked(key))) ? disk.getBytes(key) : null),
    remove: (key) => disk.delete(checked(key)),
  }
}
