/** Numbers tokens (32-bit integers) from 0 in the order they are met. Open addressing in two flat arrays: a million tokens take 16 MB. */
export class TokenTable {
  private keys = new Int32Array(1024)
  private ordinals = new Int32Array(1024).fill(-1)
  /** How many tokens are known. */
  size = 0

  /** The token's number, or -1 when it is unknown. */
  find(token: number): number {
    return this.ordinals[this.placeOf(token)] as number
  }

  /** The token's number; an unknown one gets the next. */
  add(token: number): number {
    const place = this.placeOf(token)
    const known = this.ordinals[place] as number
    if (known >= 0) return known
    this.keys[place] = token
    this.ordinals[place] = this.size
    this.size += 1
    if (this.size * 2 > this.keys.length) this.grow()
    return this.size - 1
  }

  /** All tokens, each at its number. */
  tokens(): Int32Array {
    const all = new Int32Array(this.size)
    for (let place = 0; place < this.keys.length; place++) {
      const ordinal = this.ordinals[place] as number
      if (ordinal >= 0) all[ordinal] = this.keys[place] as number
    }
    return all
  }

  private placeOf(token: number): number {
    const mask = this.keys.length - 1
    let place = (Math.imul(token, 0x9e3779b1) >>> 7) & mask
    while ((this.ordinals[place] as number) >= 0 && this.keys[place] !== token) place = (place + 1) & mask
    return place
  }

  private grow(): void {
    const { keys, ordinals } = this
    this.keys = new Int32Array(keys.length * 2)
    this.ordinals = new Int32Array(keys.length * 2).fill(-1)
    for (let index = 0; index < keys.length; index++) {
      const ordinal = ordinals[index] as number
      if (ordinal < 0) continue
      const place = this.placeOf(keys[index] as number)
      this.keys[place] = keys[index] as number
      this.ordinals[place] = ordinal
    }
  }
}
