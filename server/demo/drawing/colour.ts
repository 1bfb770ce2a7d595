const channels = (hex: string): [number, number, number] => {
  const n = Number.parseInt(hex.slice(1), 16)
  return [n >> 16, (n >> 8) & 255, n & 255]
}

/** The colour `t` of the way from `a` to `b`, 0 to 1. */
export function mix(a: string, b: string, t: number): string {
  const to = channels(b)
  const parts = channels(a).map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * t))
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** How bright a colour reads, 0 black to 1 white (Rec. 601 weights). */
export function brightness(hex: string): number {
  const [r, g, b] = channels(hex)
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255
}

/** Towards a warm black: shadows of cloth in warm light are never neutral. */
export const deepen = (hex: string, t: number) => mix(hex, '#2A211C', t)

/** Towards a warm white. */
export const lighten = (hex: string, t: number) => mix(hex, '#FFFDF8', t)

export const isDark = (hex: string) => brightness(hex) < 0.4

export const cream = '#F6EEE1'
