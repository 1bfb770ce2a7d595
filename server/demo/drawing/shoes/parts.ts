import { brightness, deepen, isDark, lighten } from '../colour.ts'
import { layer, type Pen } from '../pen.ts'

/** Parts that shoes share. Every shoe is drawn in side view, toe to the left, ground at y = 374. */

export const soleColour = (pen: Pen) => pen.spec.sole ?? '#F7F2E8'
export const laceColour = (pen: Pen) =>
  pen.spec.laces ?? (brightness(pen.colour) > 0.75 ? '#E9E1D3' : '#FBF6EC')

/** A rubber or foam part: smooth, a little glossy. */
export const moulded = (pen: Pen, path: string, colour: string, roundness = 0.5) =>
  pen.piece(path, { colour, plain: true, roundness, gloss: 0.3 })

/** A panel of the upper in another colour, with its stitched edge. */
export function panel(pen: Pen, path: string, colour: string, seam?: string): string {
  return pen.piece(path, { colour, plain: true, roundness: 0.45 }) + (seam ? topstitch(seam, colour) : '')
}

export function topstitch(path: string, on: string): string {
  const thread = isDark(on) ? lighten(on, 0.4) : deepen(on, 0.38)
  return `<path d="${path}" fill="none" stroke="${thread}" stroke-width="1.1" stroke-dasharray="3 2.2" stroke-opacity=".8"/>`
}

/** One lace across the eyestay: from its eyelet up over the tongue. */
export function lace(x1: number, y1: number, x2: number, y2: number, colour: string, width = 7): string {
  const path = `M${x1} ${y1}C${x1 + 4} ${y1 - 6} ${x2 - 6} ${y2 - 4} ${x2} ${y2}`
  return [
    `<path d="${path}" fill="none" stroke="${deepen(colour, 0.5)}" stroke-width="${width + 1.6}" stroke-linecap="round" stroke-opacity=".6"/>`,
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`,
    `<path d="${path}" fill="none" stroke="#fff" stroke-width="${width * 0.35}" stroke-linecap="round" stroke-opacity=".35" transform="translate(-.6 -1.2)"/>`,
  ].join('')
}

export function eyelet(x: number, y: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="3" fill="${deepen(colour, 0.5)}"/><circle cx="${x}" cy="${y}" r="1.5" fill="${deepen(colour, 0.75)}"/>`
}

/** Hook-and-loop strap lying across the instep, centred on x, y. */
export function strap(
  x: number,
  y: number,
  turn: number,
  length: number,
  colour: string,
  width = 21,
): string {
  const edge = deepen(colour, isDark(colour) ? 0.6 : 0.35)
  return `<g transform="rotate(${turn} ${x} ${y})"><rect x="${x - length / 2 + 1}" y="${y - width / 2 + 2.4}" width="${length}" height="${width}" rx="5" fill="${edge}" fill-opacity=".45"/><rect x="${x - length / 2}" y="${y - width / 2}" width="${length}" height="${width}" rx="5" fill="${colour}" stroke="${edge}" stroke-opacity=".7"/><rect x="${x - length / 2 + 3.5}" y="${y - width / 2 + 3.5}" width="${length - 7}" height="${width - 7}" rx="3" fill="none" stroke="${edge}" stroke-opacity=".55" stroke-dasharray="3 2.2"/><rect x="${x - length / 2}" y="${y - width / 2}" width="${length}" height="${width * 0.4}" rx="5" fill="#fff" fill-opacity=".14"/></g>`
}

/** Two shoes: one in side view in front, its fellow a little behind. */
export function asPair(pen: Pen, draw: (pen: Pen) => string, proportion: ShoeProportion): string {
  const { width = 1.12, height, rise } = proportion
  const foot = 378
  const set = (x: number, ground: number, scale: number) =>
    `translate(${x} ${ground}) scale(${(width * scale).toFixed(3)} ${(height * scale).toFixed(3)}) translate(-201 ${-foot})`
  const drop = 318 + rise * 0.56
  return (
    layer(pen, set(222, drop - rise, 0.9), () => draw(pen)) + layer(pen, set(192, drop, 1), () => draw(pen))
  )
}

/** Width and height of a type against the way it is drawn, and how far its fellow stands behind, in drawing units. */
export type ShoeProportion = { width?: number; height: number; rise: number }

/** Grooves along the lower edge of a sole. */
export function tread(from: number, to: number, y: number, colour: string, height = 5): string {
  return `<path d="M${from} ${y}H${to}" stroke="${deepen(colour, 0.5)}" stroke-width="${height}" stroke-dasharray="8 4" stroke-opacity=".75"/>`
}

/** Fine holes of mesh: dotted lines to lay inside a piece, far cheaper in librsvg than a small repeated pattern. */
export function mesh(
  colour: string,
  left: number,
  top: number,
  right: number,
  bottom: number,
  gap = 6,
): string {
  const hole = isDark(colour) ? lighten(colour, 0.22) : deepen(colour, 0.3)
  let path = ''
  for (let y = top, row = 0; y <= bottom; y += gap * 0.62, row++)
    path += `M${left + (row % 2) * (gap / 2)} ${y.toFixed(1)}H${right}`
  return `<path d="${path}" fill="none" stroke="${hole}" stroke-width="1.9" stroke-linecap="round" stroke-dasharray=".1 ${gap}" stroke-opacity=".6"/>`
}
