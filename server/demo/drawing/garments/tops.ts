import { brightness, deepen, lighten } from '../colour.ts'
import { symmetric } from '../outline.ts'
import { type Fold, type Pen, paleOf } from '../pen.ts'
import {
  bodyFolds,
  chestPocket,
  chestPrint,
  ears,
  hood,
  isPlaced,
  neckHole,
  peterPan,
  shirtCollar,
  sleeve,
  zip,
} from './parts.ts'

const shoulder = [298, 128] as const
const underarm = [288, 208] as const
const sideFolds: readonly Fold[] = [
  ['M118 366Q136 384 140 408', 10],
  ['M280 340Q266 372 268 404', 10],
]

/** The body of a straight top from neck to hem at `hem`. */
function topBody(hem: number, depth: number, width = 290): string {
  return symmetric(
    [200, depth],
    [
      [220, depth, 237, depth - 12, 242, 104],
      [260, 110, 282, 118, ...shoulder],
      [290, 156, 286, 180, ...underarm],
      [286, 270, width - 4, 340, width, hem],
      [258, hem + 8, 228, hem + 10, 200, hem + 10],
    ],
  )
}

export function tShirt(pen: Pen): string {
  const placed = isPlaced(pen)
  if (placed) pen.tile = null
  const vNeck = pen.cut.collar === 'v-neck'
  const left = 'M158 104'
  return [
    pen.pair(() => sleeve(pen, pen.cut.sleeve ?? 'short', shoulder, underarm, { cuff: 'hem' })),
    neckHole(pen, 242, 104, vNeck ? 160 : 140),
    pen.piece(
      vNeck
        ? symmetric(
            [200, 168],
            [
              [226, 132],
              [236, 118, 240, 110, 242, 104],
              [260, 110, 282, 118, ...shoulder],
              [290, 156, 286, 180, ...underarm],
              [286, 270, 286, 340, 290, 408],
              [258, 416, 228, 418, 200, 418],
            ],
          )
        : topBody(408, 136),
      {
        folds: [...bodyFolds, ...sideFolds],
      },
    ),
    pen.stitch('M111 400C150 408 250 408 289 400', 0.55),
    vNeck
      ? pen.band('M158 104C162 122 178 142 200 167C222 142 238 122 242 104', 9)
      : pen.band(`${left}C160 146 240 146 242 104`, 11),
    placed ? chestPrint(pen, 200, 240, 1) : '',
    pen.cut.pocket && !placed ? chestPocket(pen, 222, 196, 40) : '',
    pen.cut.collar === 'peter-pan' ? peterPan(pen, 242, 104, 132) : '',
  ].join('')
}

/** 衬衫: full placket, pointed collar, chest pocket, curved hem. */
export function shirt(pen: Pen): string {
  const body = symmetric(
    [200, 140],
    [
      [218, 136, 236, 122, 242, 104],
      [260, 110, 282, 118, ...shoulder],
      [290, 156, 286, 180, ...underarm],
      [286, 262, 286, 320, 290, 384],
      [272, 392, 256, 420, 200, 420],
    ],
  )
  const arms = pen.cut.sleeve ?? 'long'
  return [
    pen.pair(() => sleeve(pen, arms, shoulder, underarm, { cuff: arms === 'long' ? 'shirt' : 'hem' })),
    neckHole(pen, 242, 104, 146),
    pen.piece(body, { folds: [...bodyFolds, ...sideFolds] }),
    `<path d="M191 138H209V419H191Z" fill="${paleOf(pen, 0.16)}" fill-opacity=".55"/>`,
    pen.line('M209 136V419', 1, 0.6) + pen.line('M191 140V419', 1, 0.35) + pen.stitch('M206 142V416', 0.4),
    [162, 206, 250, 294, 338, 382].map((y) => pen.button(200, y, 4)).join(''),
    pen.stitch('M112 379C140 384 150 411 200 412C250 411 260 384 288 379', 0.5),
    pen.cut.pocket === false ? '' : chestPocket(pen, 226, 196, 42),
    shirtCollar(pen, 242, 104, 138, lighten(pen.colour, brightness(pen.colour) > 0.8 ? 0.4 : 0.1), false),
  ].join('')
}

/** Polo衫: knitted collar and a short placket; contrast tipping in the accent colour. */
export function polo(pen: Pen): string {
  const contrast = pen.spec.accent ?? deepen(pen.colour, 0.14)
  const placket = `M189 134H211V216Q200 220 189 216Z`
  return [
    pen.pair(() => sleeve(pen, pen.cut.sleeve ?? 'short', shoulder, underarm, { cuff: 'rib' })),
    neckHole(pen, 242, 104, 146),
    pen.piece(topBody(408, 138), { folds: [...bodyFolds, ...sideFolds] }),
    pen.stitch('M111 400C150 408 250 408 289 400', 0.55),
    `<path d="${placket}" fill="${paleOf(pen, 0.14)}" stroke="${pen.seam}" stroke-opacity=".6"/>`,
    [156, 180, 204].map((y) => pen.button(200, y, 4)).join(''),
    shirtCollar(pen, 242, 104, 138, contrast),
    `<path d="M232 184h18l-3 12q-6 5-12 0z" fill="${contrast}" fill-opacity=".9"/>`,
  ].join('')
}

/** 卫衣(圆领): ribbed neck, cuffs and hem, the V stitched below the collar. */
export function sweatshirt(pen: Pen): string {
  const placed = isPlaced(pen)
  if (placed) pen.tile = null
  return [
    pen.pair(() => sleeve(pen, 'long', shoulder, underarm)),
    neckHole(pen, 242, 104, 140),
    pen.piece(topBody(390, 136, 288), { folds: [...bodyFolds, ...sideFolds] }),
    pen.band('M112 397C150 405 250 405 288 397', 19),
    pen.stitch('M186 141L200 164L214 141', 0.7),
    pen.band('M158 104C160 146 240 146 242 104', 14),
    placed ? chestPrint(pen, 200, 244, 1) : '',
  ].join('')
}

/** 毛衣 / 针织衫: heavy ribs, saddle seams; always carries a knitted surface unless a pattern is named. */
export function sweater(pen: Pen): string {
  const cardigan = pen.cut.front === 'buttons'
  const vNeck = cardigan || pen.cut.collar === 'v-neck'
  const cable =
    pen.spec.pattern === 'knit' && !cardigan ? [166, 234].map((x) => cableLine(pen, x)).join('') : ''
  const body = vNeck
    ? symmetric(
        [200, 206],
        [
          [216, 170, 236, 132, 242, 104],
          [260, 110, 282, 118, ...shoulder],
          [290, 156, 286, 180, ...underarm],
          [286, 262, 284, 330, 287, 388],
          [258, 396, 228, 398, 200, 398],
        ],
      )
    : topBody(388, 140, 287)
  const buttons = [226, 262, 298, 334, 370].map((y) => pen.button(200, y, 5)).join('')
  return [
    pen.pair(() => sleeve(pen, 'long', shoulder, underarm)),
    neckHole(pen, 242, 104, vNeck ? 206 : 144),
    pen.piece(body, { folds: [...bodyFolds, ...sideFolds], inside: cable }),
    pen.band('M113 395C150 403 250 403 287 395', 24),
    cardigan ? `${pen.band('M200 210V402', 17)}${buttons}` : '',
    vNeck
      ? pen.band('M157 102C162 140 184 176 200 206C216 176 238 140 243 102', 12)
      : pen.band('M157 103C160 150 240 150 243 103', 18),
    pen.pair(() => pen.line('M244 108Q276 136 288 206', 1.1, 0.4)),
  ].join('')
}

function cableLine(pen: Pen, x: number): string {
  const twist = Array.from({ length: 12 }, (_, i) => {
    const y = 146 + i * 21
    return `M${x - 7} ${y}C${x - 7} ${y + 10} ${x + 7} ${y + 11} ${x + 7} ${y + 21}M${x + 7} ${y}C${x + 7} ${y + 7} ${x + 3} ${y + 9} ${x + 1} ${y + 10}M${x - 1} ${y + 12}C${x - 4} ${y + 14} ${x - 7} ${y + 15} ${x - 7} ${y + 21}`
  }).join('')
  return `<path d="M${x - 13} 120H${x + 13}V400H${x - 13}Z" fill="${pen.seam}" fill-opacity=".12"/><path d="${twist}" fill="none" stroke="${pen.seam}" stroke-width="5" stroke-opacity=".35"/><path d="${twist}" fill="none" stroke="${lighten(pen.colour, 0.3)}" stroke-width="3.4" transform="translate(-.8 -.8)"/>`
}

/** 连帽卫衣: hood, kangaroo pocket; full zip where `front` says so. */
export function hoodie(pen: Pen): string {
  const placed = isPlaced(pen)
  if (placed) pen.tile = null
  const tip = [296, 142] as const
  const under = [290, 224] as const
  const body = symmetric(
    [200, 140],
    [
      [222, 138, 236, 128, 244, 118],
      [262, 124, 282, 132, ...tip],
      [290, 170, 288, 196, ...under],
      [292, 280, 290, 340, 290, 396],
      [260, 402, 230, 403, 200, 403],
    ],
  )
  const zipped = pen.cut.front === 'zip'
  const pocket =
    'M150 318C156 306 162 300 168 296H232C238 300 244 306 250 318L262 372C240 378 160 378 138 372Z'
  return [
    pen.cut.ears ? ears(pen, 243, 66, 15) : '',
    pen.pair(() => sleeve(pen, 'long', tip, under)),
    pen.piece(body, { folds: bodyFolds }),
    pen.band('M109 406C150 413 250 413 291 406', 20),
    pen.piece(pocket, { roundness: 0.55 }),
    pen.stitch(
      'M156 318C161 310 166 305 171 302M244 318C239 310 234 305 229 302M140 366C170 371 230 371 260 366',
    ),
    zipped ? zip(160, 414, deepen(pen.colour, 0.22)) : '',
    hood(pen, 244, 118, 158, pen.spec.second ?? deepen(pen.colour, 0.36)),
    placed && !zipped ? chestPrint(pen, 200, 236, 0.92) : '',
  ].join('')
}
