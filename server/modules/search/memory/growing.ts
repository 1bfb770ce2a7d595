type Numbers = Int32Array | Uint32Array | Uint16Array | Float64Array

const bits = 14
const chunkLength = 2 ** bits

/** Numbers that grow at their end, in chunks: nothing is copied while it grows, and hardly more room is taken than is used. */
export class Growing<T extends Numbers> {
  length = 0
  private readonly chunks: T[] = []
  private readonly make: (length: number) => T

  constructor(make: (length: number) => T) {
    this.make = make
  }

  push(value: number): void {
    const at = this.length & (chunkLength - 1)
    if (at === 0) this.chunks.push(this.make(chunkLength))
    const chunk = this.chunks[this.length >>> bits] as T
    chunk[at] = value
    this.length += 1
  }

  at(index: number): number {
    return (this.chunks[index >>> bits] as T)[index & (chunkLength - 1)] as number
  }

  /** What was pushed, in an array of just that length; nothing is left here. */
  take(): T {
    const all = this.make(this.length)
    for (const [index, chunk] of this.chunks.entries()) {
      const from = index * chunkLength
      all.set(chunk.subarray(0, Math.min(chunkLength, this.length - from)), from)
    }
    this.chunks.length = 0
    this.length = 0
    return all
  }
}

export const ints = () => new Growing((length) => new Int32Array(length))
export const naturals = () => new Growing((length) => new Uint32Array(length))
export const shorts = () => new Growing((length) => new Uint16Array(length))
export const floats = () => new Growing((length) => new Float64Array(length))
