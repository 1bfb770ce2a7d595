/** A straight step [x, y] or a curve [x1, y1, x2, y2, x, y]. */
export type Step = readonly [number, number] | readonly [number, number, number, number, number, number]
export type Point = readonly [number, number]

const mirror = (x: number) => 400 - x

/** Closes the right half of an outline, top centre to bottom centre, with its mirror image about x = 200. */
export function symmetric(start: Point, steps: readonly Step[]): string {
  let path = `M${start[0]} ${start[1]}`
  const points: Point[] = [start]
  for (const step of steps) {
    path += (step.length === 2 ? 'L' : 'C') + step.join(' ')
    points.push(step.length === 2 ? step : [step[4], step[5]])
  }
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]
    const before = points[i]
    if (!step || !before) continue
    path +=
      step.length === 2
        ? `L${mirror(before[0])} ${before[1]}`
        : `C${[mirror(step[2]), step[3], mirror(step[0]), step[1], mirror(before[0]), before[1]].join(' ')}`
  }
  return `${path}Z`
}

/** The drawing and its mirror image about x = 200. */
export const bothSides = (drawing: string) => drawing + flipped(drawing)

export const flipped = (drawing: string) => `<g transform="translate(400 0) scale(-1 1)">${drawing}</g>`

/** How many coordinates a path command takes, and which of them are x. */
const arity: Record<string, number> = { M: 2, L: 2, T: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, Z: 0 }

/** The same path mirrored about x = 200. Arcs are not used in outlines that throw shadows. */
export function mirrorPath(path: string): string {
  return path.replace(/([MLHVCSQTZ])([^MLHVCSQTZ]*)/gi, (_all, command: string, rest: string) => {
    const upper = command.toUpperCase()
    const relative = command !== upper
    const numbers = rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []
    const flip = (value: number) => (relative ? -value : 400 - value)
    const flipped = numbers.map((text, i) => {
      const isX = upper === 'H' || (upper !== 'V' && i % 2 === 0)
      return isX ? flip(Number(text)) : Number(text)
    })
    return arity[upper] === undefined ? `${command}${rest}` : `${command}${flipped.join(' ')}`
  })
}
