import { deepen, isDark, lighten, mix } from '../colour.ts'
import { type Step, symmetric } from '../outline.ts'
import type { Fold, Pen } from '../pen.ts'
import { bodyFolds, hood, neckHole, shirtCollar, sleeve, zip } from './parts.ts'

const tip = [298, 134] as const
const under = [292, 216] as const

/** 夹克: stand or shirt collar, zip, ribbed hem (bomber), sleeves in the accent colour where two-coloured. */
export function jacket(pen: Pen): string {
  const body = symmetric(
    [200, 132],
    [
      [218, 130, 238, 122, 244, 104],
      [262, 112, 284, 122, ...tip],
      [292, 164, 290, 190, ...under],
      [294, 280, 292, 330, 288, 384],
      [260, 390, 230, 391, 200, 391],
    ],
  )
  const denim = pen.spec.pattern === 'denim'
  const arms = pen.spec.second ? { colour: pen.spec.second, plain: true } : {}
  const trim = pen.spec.accent ?? pen.rib
  const buttons = [176, 220, 264, 308, 352, 392].map((y) => pen.button(200, y, 4.6, '#C8A26A')).join('')
  const welt = pen.pair(() => pen.line('M240 300L256 340', 5, 0.4) + pen.line('M241 299L257 339', 1.4, 0.8))
  const flaps = pen.pair(
    () =>
      pen.piece('M222 196H266V232C258 240 230 240 222 232Z', { roundness: 0.4 }) +
      pen.piece('M220 190H268V204L244 214L220 204Z', { roundness: 0.35 }) +
      pen.button(244, 206, 3.4, '#C8A26A'),
  )
  return [
    pen.pair(() => sleeve(pen, 'long', tip, under, { ...arms, cuff: denim ? 'shirt' : 'rib' })),
    neckHole(pen, 244, 104, 140),
    pen.piece(body, { folds: bodyFolds }),
    denim
      ? pen.piece('M112 382C150 389 250 389 288 382L288 404C250 411 150 411 112 404Z', { roundness: 0.5 })
      : pen.band('M111 393C150 400 250 400 289 393', 21, trim),
    denim ? pen.stitch('M200 142V402M192 142V402M170 142L156 380M230 142L244 380', 0.55) : '',
    denim ? buttons + flaps : zip(140, 400, deepen(pen.colour, 0.24)) + welt,
    denim || pen.cut.collar === 'shirt'
      ? shirtCollar(pen, 244, 104, 140, deepen(pen.colour, 0.06))
      : pen.band('M154 108C166 148 190 146 197 146M246 108C234 148 210 146 203 146', 20, trim),
  ].join('')
}

/** 冲锋衣 / 风衣: hood, storm flap, yoke in the accent colour, taped pockets. */
export function windbreaker(pen: Pen): string {
  const body = symmetric(
    [200, 140],
    [
      [222, 138, 236, 128, 246, 116],
      [264, 122, 284, 130, ...tip],
      [292, 168, 290, 194, ...under],
      [294, 290, 294, 350, 294, 406],
      [262, 413, 230, 414, 200, 414],
    ],
  )
  const yoke = `<path d="M90 90H310V196C270 210 240 200 200 218C160 200 130 210 90 196Z" fill="${pen.accent}"/><path d="M90 196C130 210 160 200 200 218C240 200 270 210 310 196" fill="none" stroke="${deepen(pen.accent, 0.3)}" stroke-width="1.2"/>`
  const blocked = pen.spec.accent !== undefined
  const shell: Fold[] = [
    ...bodyFolds,
    ['M128 300Q150 316 190 312', 7],
    ['M272 360Q250 372 214 366', 7, 'light'],
  ]
  return [
    pen.pair(() => sleeve(pen, 'long', tip, under, { cuff: 'elastic' })),
    pen.piece(body, { folds: shell, plain: false, inside: blocked ? yoke : '', gloss: 0.2 }),
    `<path d="M190 156H211V413H190Z" fill="${deepen(pen.colour, 0.05)}" stroke="${pen.seam}" stroke-opacity=".55"/>`,
    pen.stitch('M207 160V411', 0.5) +
      [180, 228, 276, 324, 372].map((y) => pen.button(200.5, y, 3.4, lighten(pen.colour, 0.5))).join(''),
    pen.pair(
      () =>
        pen.piece('M232 306L268 296L272 352L234 356Z', { roundness: 0.45, plain: true }) +
        pen.piece('M230 304L269 293L270 308L231 319Z', {
          roundness: 0.35,
          plain: true,
          colour: blocked ? pen.accent : pen.colour,
        }),
    ),
    pen.stitch('M106 402C150 410 250 410 294 402', 0.5),
    hood(pen, 246, 116, 158, blocked ? deepen(pen.accent, 0.25) : deepen(pen.colour, 0.4)),
  ].join('')
}

/** Light and shade of one quilted row, as a repeat that can be turned along a sleeve. */
function quilting(pen: Pen, name: string, turn: number, row: number): string {
  const id = `${pen.id}q${name}`
  const dark = isDark(pen.colour)
  const ramp = [
    [0, '#000', 0.22],
    [0.14, '#fff', 0.02],
    [0.38, '#fff', dark ? 0.2 : 0.36],
    [0.75, '#000', 0.02],
    [1, '#000', 0.25],
  ] as const
  const stops = ramp.map(
    ([at, tint, opacity]) => `<stop offset="${at}" stop-color="${tint}" stop-opacity="${opacity}"/>`,
  )
  pen.defs.push(
    `<linearGradient id="${id}g" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient>`,
    `<pattern id="${id}" width="400" height="${row}" patternUnits="userSpaceOnUse" patternTransform="translate(0 12) rotate(${turn} 300 150)"><rect width="400" height="${row}" fill="url(#${id}g)"/></pattern>`,
  )
  return `<rect x="-40" y="-40" width="480" height="580" fill="url(#${id})"/>`
}

function quiltedBody(bottom: number): string {
  const steps: Step[] = [
    [222, 138, 236, 128, 244, 120],
    [262, 124, 280, 132, 294, 142],
    [290, 168, 288, 190, 290, 212],
  ]
  for (let y = 212; y < bottom - 6; y += 40)
    steps.push([301, y + 8, 301, y + 32, 293, Math.min(y + 40, bottom)])
  steps.push([260, bottom + 4, 230, bottom + 5, 200, bottom + 5])
  return symmetric([200, 140], steps)
}

/** 羽绒服: quilted rows, hood with a lighter lining, zip. */
export function downJacket(pen: Pen): string {
  const arm =
    'M294 142C330 156 344 200 352 236C362 250 364 268 362 280C370 296 372 318 370 332L326 340C324 322 316 306 318 296C308 282 306 264 308 258C302 240 296 226 290 212C288 190 290 168 294 142Z'
  const body = quilting(pen, 'a', 0, 40)
  const sleeveQuilt = quilting(pen, 'b', -22, 40)
  const trim = deepen(pen.colour, 0.16)
  const panel = pen.spec.accent ? `<path d="M60 90H340V212H60Z" fill="${pen.spec.accent}"/>` : ''
  return [
    pen.pair(() => pen.piece(arm, { inside: sleeveQuilt }) + pen.band('M371 340L327 348', 15, trim)),
    pen.piece(quiltedBody(406), { inside: panel + body }),
    pen.band('M108 412C150 418 250 418 292 412', 10, trim),
    hood(pen, 246, 120, 160, pen.spec.second ?? mix(pen.colour, '#EADCC7', 0.55)),
    zip(160, 412, deepen(pen.colour, 0.22)),
    pen.pair(() => pen.line('M236 318L262 352', 5, 0.35) + pen.line('M237 317L263 351', 1.4, 0.8)),
    '<rect x="140" y="226" width="26" height="11" rx="1.5" fill="#FBF7EF"/><rect x="145" y="230.6" width="16" height="1.6" fill="#B5432A" fill-opacity=".8"/>',
  ].join('')
}

/** 马甲: quilted, sleeveless, stand collar. */
export function paddedVest(pen: Pen): string {
  const steps: Step[] = [
    [222, 138, 236, 124, 246, 108],
    [260, 114, 270, 118, 280, 126],
    [264, 160, 272, 196, 290, 216],
  ]
  for (let y = 216; y < 396; y += 38) steps.push([301, y + 8, 301, y + 30, 293, Math.min(y + 38, 402)])
  steps.push([260, 407, 230, 408, 200, 408])
  const quilt = quilting(pen, 'v', 0, 38)
  const trim = deepen(pen.colour, 0.2)
  const lining = pen.spec.second ?? mix(pen.colour, '#EADCC7', 0.6)
  return [
    `<path d="M152 112C170 92 230 92 248 112L240 150H160Z" fill="${lining}"/>`,
    '<rect x="190" y="118" width="20" height="9" rx="1" fill="#FBF7EF"/><rect x="194" y="121.6" width="12" height="1.4" fill="#B5432A" fill-opacity=".7"/>',
    pen.piece(symmetric([200, 150], steps), { inside: quilt }),
    pen.pair(() => pen.band('M280 126C264 160 272 196 290 216', 7, trim)),
    pen.band('M108 410C150 416 250 416 292 410', 10, trim),
    pen.pair(() =>
      pen.piece('M203 158L203 130C222 126 238 114 244 100C254 102 258 108 256 116C248 138 226 154 203 158Z', {
        plain: true,
        roundness: 0.5,
      }),
    ),
    zip(140, 410, deepen(pen.colour, 0.24)),
    pen.pair(() => pen.line('M236 312L262 346', 5, 0.35) + pen.line('M237 311L263 345', 1.4, 0.8)),
  ].join('')
}
