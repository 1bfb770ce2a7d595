import { type Chance, chanceFrom } from './chance.ts'
import { brightness, cream, deepen, isDark, lighten } from './colour.ts'
import { bothSides, mirrorPath } from './outline.ts'
import { printTile, type Tile } from './prints.ts'
import type { Cut, DrawingSpec, Pattern } from './spec.ts'

/** A fold of cloth: a path, its width and whether it catches light or lies in shade. */
export type Fold = readonly [path: string, width: number, tone?: 'light' | 'shade']

export type PieceOptions = {
  colour?: string
  /** Leave the print out. */
  plain?: boolean
  /** Turn the print with the cloth, degrees. */
  turn?: number
  folds?: readonly Fold[]
  /** Drawn on the cloth inside its outline, under the shading. */
  inside?: string
  /** Leather and rubber catch more light along the upper edge than cloth. */
  gloss?: number
  /** How far the roundness reaches in, 1 for a garment. */
  roundness?: number
}

/** What every part of a picture is drawn with: the colours of the goods, and strokes that look like cloth. */
export type Pen = {
  readonly id: string
  readonly spec: DrawingSpec
  readonly cut: Cut
  readonly colour: string
  readonly accent: string
  readonly seam: string
  readonly rib: string
  readonly chance: Chance
  readonly defs: string[]
  /** Outlines that throw a shadow on the ground; `layer` collects and draws them. Shared by the pens of one picture. */
  readonly casts: string[]
  pairing: boolean
  tile: Tile | null
  nextId(): string
  /** Draws the right side and its mirror image about x = 200. */
  pair(draw: () => string): string
  piece(path: string, options?: PieceOptions): string
  band(path: string, width: number, colour?: string): string
  stitch(path: string, opacity?: number): string
  line(path: string, width?: number, opacity?: number): string
  button(x: number, y: number, radius: number, colour?: string): string
}

/**
 * A pen for `spec`. `part` separates the ids of two pens in one picture, e.g. the shirt under overalls.
 * No blur filter anywhere: softness is made of stacked translucent strokes, ten times faster in librsvg.
 */
export function makePen(spec: DrawingSpec, id: string, part = '', casts: string[] = []): Pen {
  const dark = isDark(spec.colour)
  let serial = 0
  const chance = chanceFrom(spec.seed + part.length * 7919)
  const prints = new Map<string, string>()
  const pen: Pen = {
    id,
    spec,
    cut: spec.cut ?? {},
    colour: spec.colour,
    accent: spec.accent ?? (brightness(spec.colour) > 0.62 ? deepen(spec.colour, 0.38) : cream),
    seam: deepen(spec.colour, dark ? 0.5 : 0.36),
    rib: brightness(spec.colour) > 0.8 ? deepen(spec.colour, 0.05) : deepen(spec.colour, 0.09),
    chance,
    defs: [],
    casts,
    pairing: false,
    tile: printTile(spec.pattern, spec.colour, spec.accent, chance),
    nextId: () => `${id}${part}${(serial++).toString(36)}`,
    pair: (draw) => {
      pen.pairing = true
      const drawing = draw()
      pen.pairing = false
      return bothSides(drawing)
    },
    piece: (path, options = {}) => sewnPiece(pen, prints, path, options),
    band: (path, width, colour) => ribBand(path, width, colour ?? pen.rib),
    stitch: (path, opacity = 0.5) =>
      `<path d="${path}" fill="none" stroke="${pen.seam}" stroke-dasharray="3.2 2.4" stroke-opacity="${opacity}"/>`,
    line: (path, width = 1.1, opacity = 0.6) =>
      `<path d="${path}" fill="none" stroke="${pen.seam}" stroke-width="${width}" stroke-linecap="round" stroke-opacity="${opacity}"/>`,
    button: (x, y, radius, colour) =>
      sewnButton(x, y, radius, colour ?? (brightness(spec.colour) > 0.7 ? '#B08A63' : cream), pen.seam),
  }
  return pen
}

/** A pen for another garment in the same picture; its definitions join those of `pen` when `joinPen` is called. */
export function companionPen(
  pen: Pen,
  part: string,
  colour: string,
  pattern: Pattern,
  cut: Cut = pen.cut,
  accent: string | undefined = undefined,
): Pen {
  const { accent: _own, ...rest } = pen.spec
  const spec: DrawingSpec = { ...rest, colour, pattern, cut, ...(accent === undefined ? {} : { accent }) }
  return makePen(spec, pen.id, part, pen.casts)
}

export const joinPen = (pen: Pen, other: Pen) => pen.defs.push(...other.defs)

/** Gradient and colour block run over the whole garment, so that body and sleeves meet at one height. */
function rampStops(pen: Pen): string | null {
  const { pattern } = pen.spec
  const stop = (offset: number, colour: string, opacity = 1) =>
    `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`
  if (pattern === 'gradient')
    return stop(0, pen.accent, 0.95) + stop(0.35, pen.accent, 0.7) + stop(1, pen.accent, 0)
  if (pattern !== 'colour-block') return null
  return (
    stop(0, pen.accent) +
    stop(0.36, pen.accent) +
    stop(0.36, '#FBF6EC') +
    stop(0.4, '#FBF6EC') +
    stop(0.4, pen.colour)
  )
}

function printFill(pen: Pen, prints: Map<string, string>, turn: number): string | null {
  const ramp = rampStops(pen)
  if (!pen.tile && !ramp) return null
  const known = prints.get(String(turn))
  if (known) return `url(#${known})`
  const id = pen.nextId()
  prints.set(String(turn), id)
  if (ramp || !pen.tile) {
    pen.defs.push(
      `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="200" y1="90" x2="200" y2="430">${ramp ?? ''}</linearGradient>`,
    )
    return `url(#${id})`
  }
  if ('field' in pen.tile) return null
  const { width, height, drawing } = pen.tile
  pen.defs.push(
    `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="translate(13 9) rotate(${turn} 200 250)">${drawing}</pattern>`,
  )
  return `url(#${id})`
}

/** Stacked strokes from wide and faint to narrow: reads as a blurred edge. Small parts need fewer of them. */
export function softStroke(
  path: string,
  colour: string,
  width: number,
  strength: number,
  extra = '',
  layers = 4,
): string {
  const factors = layers > 3 ? [1.65, 1.2, 0.78, 0.38] : layers > 2 ? [1.5, 0.95, 0.45] : [1.25, 0.6]
  const each = (strength / (layers > 3 ? 3.2 : layers > 2 ? 2.5 : 1.75)).toFixed(3)
  const strokes = factors.map((factor) => `<path d="${path}" stroke-width="${(width * factor).toFixed(1)}"/>`)
  return `<g fill="none" stroke="${colour}" stroke-linecap="round" stroke-linejoin="round" stroke-opacity="${each}"${extra}>${strokes.join('')}</g>`
}

/** Folds of one width and tone in one path: they do not cross, and librsvg draws them at once. */
function foldStrokes(folds: readonly Fold[], shade: string, dark: boolean): string {
  const groups = new Map<string, { path: string; width: number; light: boolean }>()
  for (const [path, width, tone] of folds) {
    const light = tone === 'light'
    const group = groups.get(`${light}`)
    if (group) group.path += path
    else groups.set(`${light}`, { path, width, light })
  }
  return [...groups.values()]
    .map(({ path, width, light }) =>
      light
        ? softStroke(path, '#fff', width * 1.5, dark ? 0.055 : 0.12, '', 3)
        : softStroke(path, shade, width, dark ? 0.2 : 0.125, '', 3),
    )
    .join('')
}

/** A print of lines, turned with the cloth; drawn inside a piece's outline. */
function fieldOf(pen: Pen, prints: Map<string, string>, turn: number): string {
  if (!pen.tile || !('field' in pen.tile)) return ''
  let id = prints.get('field')
  if (id === undefined) {
    id = pen.nextId()
    prints.set('field', id)
    pen.defs.push(`<g id="${id}">${pen.tile.field}</g>`)
  }
  return `<use href="#${id}" transform="rotate(${turn} 200 250)"/>`
}

function sewnPiece(pen: Pen, prints: Map<string, string>, path: string, options: PieceOptions): string {
  const colour = options.colour ?? pen.colour
  pen.casts.push(path)
  if (pen.pairing) pen.casts.push(mirrorPath(path))
  const dark = isDark(colour)
  const shade = deepen(colour, dark ? 0.8 : 0.58)
  const clip = pen.nextId()
  pen.defs.push(`<clipPath id="${clip}"><path d="${path}"/></clipPath>`)
  const print = options.plain ? null : printFill(pen, prints, options.turn ?? 0)
  const field = options.plain ? '' : fieldOf(pen, prints, options.turn ?? 0)
  const round = options.roundness ?? 1
  const folds = foldStrokes(options.folds ?? [], shade, dark)
  const layers = round < 0.7 ? 2 : 3
  const gloss = options.gloss ?? 0
  return [
    `<path d="${path}" fill="${colour}"/>`,
    print ? `<path d="${path}" fill="${print}"/>` : '',
    `<g clip-path="url(#${clip})">${field}${options.inside ?? ''}${folds}`,
    softStroke(path, shade, 23 * round, dark ? 0.3 : 0.23, ' transform="translate(-3.5 -4.5)"', layers),
    softStroke(
      path,
      '#fff',
      10 * round,
      (dark ? 0.14 : 0.26) + gloss * 0.25,
      ' transform="translate(3.5 4.5)"',
      2,
    ),
    `</g><path d="${path}" fill="url(#${pen.id}light)"/>`,
    `<path d="${path}" fill="none" stroke="${deepen(colour, dark ? 0.55 : 0.36)}" stroke-linejoin="round" stroke-opacity=".62"/>`,
  ].join('')
}

/** Knitted ribbing along a line: a band with knit lines across it. */
function ribBand(path: string, width: number, colour: string): string {
  const knit = deepen(colour, isDark(colour) ? 0.5 : 0.3)
  const stroke = (tint: string, size: number, more: string) =>
    `<path d="${path}" fill="none" stroke="${tint}" stroke-width="${size.toFixed(1)}" ${more}/>`
  return [
    stroke(knit, width + 1.6, 'stroke-opacity=".75"'),
    stroke(colour, width, ''),
    stroke(knit, width - 1, 'stroke-dasharray="1 2.6" stroke-opacity=".36"'),
    stroke('#fff', width * 0.4, 'stroke-opacity=".18" transform="translate(-.8 -1)"'),
  ].join('')
}

function sewnButton(x: number, y: number, radius: number, colour: string, shade: string): string {
  const hole = (dx: number) =>
    `<circle cx="${(x + dx).toFixed(1)}" cy="${y}" r=".8" fill="${deepen(colour, 0.5)}"/>`
  return [
    `<circle cx="${x + 0.8}" cy="${y + 1.4}" r="${radius}" fill="${shade}" fill-opacity=".4"/>`,
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}" stroke="${deepen(colour, 0.3)}" stroke-width=".7"/>`,
    `<circle cx="${x}" cy="${y}" r="${(radius * 0.62).toFixed(1)}" fill="none" stroke="${deepen(colour, 0.22)}" stroke-width=".6"/>`,
    hole(-radius * 0.28),
    hole(radius * 0.28),
  ].join('')
}

/** A paler tone of the goods for plackets and pockets. */
export const paleOf = (pen: Pen, t = 0.12) =>
  isDark(pen.colour) ? lighten(pen.colour, t * 0.8) : lighten(pen.colour, t)

/**
 * One thing lying on the ground: its shadow, fallen to the lower right, and itself. Everything drawn inside `draw`
 * shares one shadow.
 */
export function layer(pen: Pen, transform: string, draw: () => string): string {
  const before = pen.casts.splice(0)
  const drawing = draw()
  const outline = pen.casts.splice(0).join('')
  pen.casts.push(...before)
  const stroke = (width: number) => `<path d="${outline}" stroke-width="${width}"/>`
  const shadow = (dx: number, dy: number, opacity: number, widths: readonly number[]) =>
    `<g transform="translate(${dx} ${dy})" fill="#5B4634" fill-opacity="${opacity}" stroke="#5B4634" stroke-linejoin="round" stroke-opacity="${opacity}">${widths.map(stroke).join('')}</g>`
  const shadows = shadow(6, 12, 0.062, [30, 18, 7]) + shadow(1.6, 2.6, 0.12, [5])
  return `<g transform="${transform}">${shadows}${drawing}</g>`
}
