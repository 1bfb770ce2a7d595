import { brightness, cream, deepen, mix } from '../colour.ts'
import { bear, dinosaur, roundedWord } from '../motifs.ts'
import { type Point, symmetric } from '../outline.ts'
import { type Fold, type Pen, paleOf, softStroke } from '../pen.ts'
import { bearColours } from '../prints.ts'
import type { Cut } from '../spec.ts'

/** Parts that several garments share: sleeves, necks, collars, hoods, pockets, zips, chest prints. */

export const bodyFolds: readonly Fold[] = [
  ['M146 214Q170 232 176 262', 10],
  ['M256 206Q236 240 232 282', 10],
  ['M162 330Q196 344 226 330', 9],
  ['M176 190Q182 250 178 310', 12, 'light'],
  ['M262 300Q248 316 226 322', 9],
]

export type SleeveOptions = {
  cuff?: 'rib' | 'hem' | 'shirt' | 'elastic'
  length?: number
  colour?: string
  plain?: boolean
}

/** The right sleeve from shoulder tip to underarm; draw it inside `pen.pair`. */
export function sleeve(
  pen: Pen,
  kind: NonNullable<Cut['sleeve']>,
  shoulder: Point,
  underarm: Point,
  options: SleeveOptions = {},
): string {
  if (kind === 'none') return ''
  if (kind === 'long') return longSleeve(pen, shoulder, underarm, options)
  return shortSleeve(pen, kind === 'puff', shoulder, underarm, options)
}

const armhole = ([sx, sy]: Point, [ux, uy]: Point) =>
  `C${ux - 2} ${uy - 30} ${sx - 10} ${sy + 28} ${sx} ${sy}Z`

function shortSleeve(
  pen: Pen,
  puff: boolean,
  shoulder: Point,
  underarm: Point,
  options: SleeveOptions,
): string {
  const [sx, sy] = shoulder
  const [ux, uy] = underarm
  const [ox, oy] = [sx + 58, sy + 82]
  const [ix, iy] = [ux + 26, uy + 20]
  const inner = `C${ux + 14} ${uy + 8} ${ux + 6} ${uy + 2} ${ux} ${uy}`
  const path = puff
    ? `M${sx} ${sy}C${sx + 42} ${sy - 6} ${sx + 66} ${sy + 40} ${ox - 6} ${oy - 10}L${ix} ${iy - 8}${inner}${armhole(shoulder, underarm)}`
    : `M${sx} ${sy}C${sx + 26} ${sy + 14} ${sx + 46} ${sy + 44} ${ox} ${oy}L${ix} ${iy}${inner}${armhole(shoulder, underarm)}`
  const fold = `M${sx + 6} ${sy + 66}Q${sx + 26} ${sy + 62} ${sx + 44} ${sy + 46}`
  const body = pen.piece(path, { turn: -34, folds: [[fold, 8]], ...colours(options) })
  if (puff) return body + pen.band(`M${ox - 6} ${oy - 10}L${ix} ${iy - 8}`, 8)
  if (options.cuff === 'rib') return body + pen.band(`M${ox - 3} ${oy - 5}L${ix - 2} ${iy - 5}`, 10)
  return body + pen.stitch(`M${ox - 4.5} ${oy - 8}L${ix - 4} ${iy - 8}`)
}

const colours = (options: SleeveOptions) => ({
  ...(options.colour === undefined ? {} : { colour: options.colour }),
  ...(options.plain === undefined ? {} : { plain: options.plain }),
})

function longSleeve(pen: Pen, shoulder: Point, underarm: Point, options: SleeveOptions): string {
  const [sx, sy] = shoulder
  const [ux, uy] = underarm
  const length = options.length ?? 1
  const [cx, cy] = [sx + 62, sy + 140 * length]
  const [ix, iy] = [cx - 37, cy + 13]
  const path = `M${sx} ${sy}C${sx + 30} ${sy + 18} ${sx + 52} ${sy + 76 * length} ${cx} ${cy}L${ix} ${iy}C${ix - 8} ${iy - 34 * length} ${ux + 14} ${uy + 18} ${ux} ${uy}${armhole(shoulder, underarm)}`
  const folds: Fold[] = [
    [`M${ux + 6} ${uy + 4}Q${sx + 14} ${uy - 8} ${sx + 30} ${uy - 26}`, 9],
    [`M${ix - 6} ${iy - 46}Q${ix + 12} ${iy - 48} ${cx - 8} ${cy - 52}`, 8],
    [`M${ix - 2} ${iy - 20}Q${ix + 14} ${iy - 20} ${cx - 4} ${cy - 26}`, 6],
    [`M${sx + 18} ${sy + 26}Q${sx + 38} ${sy + 62} ${sx + 46} ${sy + 100}`, 9, 'light'],
  ]
  const body = pen.piece(path, { turn: -24, folds, ...colours(options) })
  if (options.cuff === 'hem') return body + pen.stitch(`M${cx - 2} ${cy - 9}L${ix - 2} ${iy - 9}`)
  if (options.cuff === 'shirt') {
    const cuff = `M${cx - 3} ${cy - 6}L${cx + 5} ${cy + 14}L${ix + 4} ${iy + 16}L${ix - 3} ${iy - 5}Z`
    return body + pen.piece(cuff, { turn: -24 }) + pen.button(ix + 10, iy + 4, 3)
  }
  return body + pen.band(`M${cx + 1} ${cy + 8}L${ix + 2.5} ${iy + 8}`, options.cuff === 'elastic' ? 9 : 17)
}

/** Inside of the back neck with the woven label. `nx`, `ny` is the right neck point, `depth` the lowest front point. */
export function neckHole(pen: Pen, nx: number, ny: number, depth: number): string {
  const l = 400 - nx
  const back = `M${l} ${ny}C${l + 22} ${ny + 12} ${nx - 22} ${ny + 12} ${nx} ${ny}`
  return [
    `<path d="${back}C${nx - 4} ${depth} ${l + 4} ${depth} ${l} ${ny}Z" fill="${deepen(pen.colour, 0.32)}"/>`,
    `<path d="${back}" fill="none" stroke="${pen.rib}" stroke-width="7"/>`,
    `<rect x="190" y="${ny + 12}" width="20" height="9" rx="1" fill="#FBF7EF"/><rect x="194" y="${ny + 15.6}" width="12" height="1.4" fill="#B5432A" fill-opacity=".7"/>`,
  ].join('')
}

/** Two rounded collar leaves that meet at the centre front. */
export function peterPan(pen: Pen, nx: number, ny: number, depth: number, colour = '#FAF5EA'): string {
  const w = nx - 200
  const leaf = (sign: number) => {
    const x = (value: number) => (200 + sign * value).toFixed(1)
    return `M${x(0)} ${depth}C${x(w * 0.55)} ${depth - 2} ${x(w * 0.94)} ${ny + 18} ${x(w)} ${ny - 2}C${x(w + 16)} ${ny + 10} ${x(w + 20)} ${ny + 34} ${x(w + 4)} ${depth + 4}C${x(w - 12)} ${depth + 26} ${x(6)} ${depth + 28} ${x(0)} ${depth}Z`
  }
  return [1, -1].map((sign) => pen.piece(leaf(sign), { plain: true, colour, roundness: 0.6 })).join('')
}

/** A pointed collar with its stand, for shirts, polos and jackets. */
export function shirtCollar(
  pen: Pen,
  nx: number,
  ny: number,
  depth: number,
  colour: string,
  plain = true,
): string {
  const l = 400 - nx
  const stand = `M${l - 2} ${ny + 4}C${l + 8} ${ny - 16} ${nx - 8} ${ny - 16} ${nx + 2} ${ny + 4}C${nx - 12} ${ny + 14} ${l + 12} ${ny + 14} ${l - 2} ${ny + 4}Z`
  const leaf = `M${nx + 2} ${ny - 2}C${nx + 12} ${ny + 8} ${nx + 16} ${ny + 22} ${nx + 14} ${ny + 36}L${nx - 16} ${depth + 16}L200 ${depth}C${nx - 24} ${depth - 6} ${nx - 8} ${ny + 16} ${nx + 2} ${ny - 2}Z`
  return (
    pen.piece(stand, { plain: true, colour: deepen(colour, 0.12), roundness: 0.5 }) +
    pen.pair(() => pen.piece(leaf, { plain, colour, roundness: 0.6, turn: 30 }))
  )
}

/** Hood lying up behind the neck. No cord is ever drawn at head or neck (GB 31701). */
export function hood(
  pen: Pen,
  nx: number,
  ny: number,
  depth: number,
  lining = deepen(pen.colour, 0.36),
): string {
  const top = ny - 58
  const outer = symmetric(
    [200, top],
    [
      [236, top, 262, top + 30, 258, ny + 16],
      [252, ny + 40, 224, depth + 6, 200, depth + 12],
    ],
  )
  const hole = symmetric(
    [200, top + 26],
    [
      [222, top + 26, 238, top + 48, nx - 8, ny + 10],
      [230, ny + 30, 214, depth, 200, depth],
    ],
  )
  const edge = symmetric(
    [200, top + 18],
    [
      [228, top + 18, 247, top + 44, 244, ny + 12],
      [238, ny + 34, 216, depth + 4, 200, depth + 6],
    ],
  )
  return [
    pen.piece(outer),
    `<path d="${hole}" fill="${lining}"/>`,
    softStroke(hole, deepen(lining, 0.6), 12, 0.3),
    pen.stitch(edge),
    pen.line(`M200 ${top}V${top + 25}`, 1, 0.5),
  ].join('')
}

/** Two round ears on a hood or a hat. */
export function ears(pen: Pen, x: number, y: number, size = 16): string {
  const inner = mix(pen.colour, '#E9CDB8', 0.6)
  const path = `M${x - size} ${y}C${x - size} ${y - size * 1.35} ${x + size} ${y - size * 1.35} ${x + size} ${y}C${x + size} ${y + size * 1.3} ${x - size} ${y + size * 1.3} ${x - size} ${y}Z`
  return pen.pair(
    () =>
      `${pen.piece(path, { plain: true, roundness: 0.5 })}<circle cx="${x}" cy="${y + 2}" r="${size * 0.55}" fill="${inner}"/>`,
  )
}

export function chestPocket(pen: Pen, x: number, y: number, size: number): string {
  const drop = size * 0.22
  return `<path d="M${x} ${y}h${size}v${size - drop}q${-size / 2} ${drop * 1.6} ${-size} 0z" fill="${paleOf(pen)}" fill-opacity=".75" stroke="${pen.seam}" stroke-opacity=".6"/>${pen.stitch(`M${x} ${y + 7}h${size}`, 0.55)}`
}

/** A closed zip from `top` to `bottom` at the centre front, with its puller. */
export function zip(top: number, bottom: number, tape: string, x = 200): string {
  return `<path d="M${x - 4.5} ${top}H${x + 4.5}V${bottom}H${x - 4.5}Z" fill="${tape}"/><path d="M${x} ${top}V${bottom}" stroke="#C9BFB0" stroke-width="2.6" stroke-dasharray="1.7 1.4"/><path d="M${x - 3.2} ${top + 7}h6.4l1.5 17h-9.4z" fill="#DDD3C4" stroke="#8E8374" stroke-width=".7"/>`
}

const words = ['LITTLE', 'SUNDAY', 'HELLO', 'OCEAN', 'SMILE', 'MORNING'] as const

/** A print placed once on the chest. */
export function chestPrint(pen: Pen, x: number, y: number, scale: number): string {
  const light = brightness(pen.colour) > 0.6
  const ink = pen.spec.accent ?? (light ? deepen(pen.colour, 0.5) : cream)
  if (pen.spec.pattern === 'bear') {
    const [fur, muzzle, line] = bearColours(pen.colour, pen.spec.accent)
    return bear(x, y, 2.6 * scale, fur, muzzle, line)
  }
  if (pen.spec.pattern === 'dino') {
    const tone = pen.spec.accent ?? (light ? '#7F957C' : cream)
    return dinosaur(
      `translate(${x - 38 * scale} ${y - 26 * scale}) scale(${2 * scale})`,
      tone,
      deepen(tone, 0.6),
    )
  }
  const word = words[Math.floor(pen.chance() * words.length)] ?? 'HELLO'
  const rule = mix(ink, '#C98B6B', 0.6)
  return `${roundedWord(word, x, y, 21 * scale, ink, 3.6)}<rect x="${x - 34 * scale}" y="${y + 10 * scale}" width="${68 * scale}" height="2.4" rx="1.2" fill="${rule}"/>`
}

/** Whether the print of this garment sits once on the chest. */
export const isPlaced = (pen: Pen) => pen.cut.placed === true && /bear|dino|letters/.test(pen.spec.pattern)
