import { brightness, deepen, lighten, mix } from '../colour.ts'
import { type Step, symmetric } from '../outline.ts'
import { companionPen, type Fold, joinPen, type Pen, paleOf } from '../pen.ts'
import { bodyFolds, chestPocket, ears, hood, neckHole, peterPan, sleeve } from './parts.ts'

const shoulder = [284, 120] as const
const underarm = [274, 198] as const
const neck = { x: 236, y: 100 }

const longLeg: Step[] = [
  [278, 246, 270, 280, 276, 318],
  [283, 356, 276, 400, 267, 430],
  [217, 434],
  [215, 408, 212, 384, 200, 368],
]
const shortLeg: Step[] = [
  [278, 246, 272, 290, 284, 344],
  [288, 366, 289, 376, 290, 388],
  [212, 397],
  [210, 384, 206, 374, 200, 368],
]
const briefs: Step[] = [
  [277, 246, 272, 300, 281, 344],
  [254, 352, 236, 378, 229, 416],
  [220, 421, 210, 422, 200, 422],
]

/** 连体衣 / 爬服: arms and legs in one piece. */
export const romper = (pen: Pen) =>
  onePiece(pen, pen.cut.leg === 'short' ? shortLeg : longLeg, pen.cut.leg ?? 'long')

/** 哈衣 / 包屁衣: closes with snaps between the legs. */
export const bodysuit = (pen: Pen) => onePiece(pen, briefs, 'briefs')

function onePiece(pen: Pen, leg: readonly Step[], kind: 'long' | 'short' | 'briefs'): string {
  const { sleeve: arms = 'long', collar = 'crew' } = pen.cut
  const depth = collar === 'crew' ? 128 : 132
  const body = symmetric(
    [200, depth],
    [
      [218, depth, 232, depth - 10, neck.x, neck.y],
      [250, 104, 270, 110, ...shoulder],
      [275, 148, 271, 172, ...underarm],
      ...leg,
    ],
  )
  const legFolds: Fold[] =
    kind === 'long'
      ? [
          ['M200 374Q214 352 238 344', 9],
          ['M200 374Q186 352 162 344', 9],
          ['M248 360Q254 396 250 426', 10, 'light'],
          ['M142 372Q150 396 148 426', 10],
        ]
      : [
          ['M200 400Q218 366 244 350', 9],
          ['M200 400Q182 366 156 350', 9],
        ]
  const hooded = collar === 'hood'
  return [
    hooded && pen.cut.ears !== false ? ears(pen, 243, 52) : '',
    pen.pair(() =>
      arms === 'none'
        ? pen.band(`M${shoulder.join(' ')}C275 148 271 172 ${underarm.join(' ')}`, 11)
        : sleeve(pen, arms, shoulder, underarm),
    ),
    hooded ? '' : neckHole(pen, neck.x, neck.y, depth + 6),
    pen.piece(body, { folds: [...bodyFolds, ...legFolds] }),
    legEnds(pen, kind),
    closing(pen, depth, kind),
    pen.cut.pocket ? chestPocket(pen, 222, 214, 36) : '',
    collarOf(pen, collar, depth),
  ].join('')
}

function legEnds(pen: Pen, kind: 'long' | 'short' | 'briefs'): string {
  if (kind === 'long') {
    return (
      pen.pair(() => pen.band('M268 437L216 441.5', 15)) +
      pen.line('M200 368C211 384 214 406 216 432', 1, 0.35)
    )
  }
  if (kind === 'short') return pen.pair(() => pen.stitch('M289.5 379L212 388'))
  const snaps = [184, 200, 216].map((x) => pen.button(x, 415, 3.6, lighten(pen.colour, 0.55)))
  return (
    pen.pair(() => pen.band('M282 346C256 354 240 378 232 419', 7)) +
    pen.line('M176 408Q200 413 224 408', 1, 0.5) +
    snaps.join('')
  )
}

function closing(pen: Pen, depth: number, kind: 'long' | 'short' | 'briefs'): string {
  const bottom = kind === 'briefs' ? 340 : 366
  const button = brightness(pen.colour) > 0.72 ? mix(pen.colour, '#A67C52', 0.55) : lighten(pen.colour, 0.68)
  const top = depth + 4
  switch (pen.cut.front) {
    case 'snaps': {
      const count = Math.floor((bottom - 4 - top - 14) / 37) + 1
      const buttons = Array.from({ length: count }, (_, i) => pen.button(200, top + 14 + i * 37, 4.4, button))
      return `<path d="M192 ${top}H208V${bottom}H192Z" fill="${paleOf(pen)}" fill-opacity=".75"/>${pen.line(`M208 ${top}V${bottom}`, 1, 0.55)}${pen.line(`M192 ${top}V${bottom}`, 1, 0.3)}${pen.stitch(`M205 ${top}V${bottom}`, 0.4)}${buttons.join('')}`
    }
    case 'zip': {
      const tail = kind === 'long' ? 'C204 390 214 400 222 426' : ''
      return `${pen.line(`M196 ${depth}V${bottom}M204 ${depth}V${bottom}`, 1, 0.5)}<path d="M200 ${depth}V${bottom}${tail}" fill="none" stroke="${deepen(pen.colour, 0.42)}" stroke-width="2.6" stroke-dasharray="1.6 1.4" stroke-opacity=".75"/><path d="M197.5 ${depth + 8}h5l1.2 14h-7.4z" fill="#CFC4B4" stroke="#8E8374" stroke-width=".7"/>`
    }
    case 'wrap':
      return (
        pen.band(`M${neck.x} ${neck.y + 2}C226 150 186 204 134 236`, 9, deepen(pen.colour, 0.12)) +
        pen.button(146, 226, 4.2, button) +
        pen.button(160, 214, 4.2, button)
      )
    case 'buttons': {
      const placket = `M190 ${depth - 2}H210V${depth + 84}Q200 ${depth + 90} 190 ${depth + 84}Z`
      const buttons = [18, 43, 68].map((y) => pen.button(200, depth + y, 4.6))
      return `<path d="${placket}" fill="${paleOf(pen, 0.14)}" stroke="${pen.seam}" stroke-opacity=".5"/>${buttons.join('')}`
    }
    default:
      return pen.pair(
        () => pen.line('M240 106Q262 132 284 138', 1.2, 0.55) + pen.stitch('M240 110Q260 136 282 143', 0.4),
      )
  }
}

function collarOf(pen: Pen, collar: string, depth: number): string {
  const left = 400 - neck.x
  if (collar === 'hood') return hood(pen, neck.x + 8, neck.y, depth)
  if (collar === 'peter-pan')
    return peterPan(pen, neck.x, neck.y, depth - 4, brightness(pen.colour) > 0.84 ? '#E9DCC6' : '#FAF5EA')
  if (pen.cut.front === 'wrap')
    return pen.band(`M${left} ${neck.y}C168 116 178 126 206 146`, 9, deepen(pen.colour, 0.12))
  return pen.band(`M${left} ${neck.y}C168 138 232 138 ${neck.x} ${neck.y}`, 11)
}

/** 背带裤: bib trousers over a shirt of the second colour. */
export function overalls(pen: Pen): string {
  const { sleeve: arms = 'long' } = pen.cut
  const shirt = companionPen(
    pen,
    's',
    pen.spec.second ?? '#F5EEE1',
    pen.spec.secondPattern ?? 'plain',
    pen.cut,
    pen.spec.accent,
  )
  const top: readonly [number, number] = [282, 122]
  const under: readonly [number, number] = [272, 198]
  const chest = symmetric(
    [200, 128],
    [
      [218, 128, 230, 118, 234, 102],
      [250, 106, 270, 112, 282, 122],
      [274, 148, 270, 172, 272, 198],
      [274, 220, 272, 240, 272, 262],
      [200, 262],
    ],
  )
  const end: Step[] =
    pen.cut.leg === 'short'
      ? [
          [278, 284, 286, 316, 288, 356],
          [212, 366],
          [210, 362, 206, 354, 200, 346],
        ]
      : [
          [278, 290, 286, 330, 284, 372],
          [280, 396, 274, 414, 268, 432],
          [216, 437],
          [214, 408, 212, 392, 200, 376],
        ]
  const bib = symmetric([200, 180], [[244, 180], [248, 210, 262, 224, 274, 228], ...end])
  const folds: Fold[] = [
    ['M200 352Q214 336 240 330', 9],
    ['M200 352Q186 336 160 330', 9],
    ['M160 250Q166 300 156 340', 11, 'light'],
    ['M250 262Q246 300 252 330', 10],
  ]
  const hem = pen.cut.leg === 'short' ? 'M286 348L212 358' : 'M268 424L216 428.5'
  const under_ = [
    shirt.pair(() => sleeve(shirt, arms, top, under)),
    neckHole(shirt, 234, 102, 132),
    shirt.piece(chest, { folds: [['M250 190Q240 214 238 240', 9]] }),
    shirt.band('M166 102C168 138 232 138 234 102', 10),
  ].join('')
  joinPen(pen, shirt)
  const metal = '#D9CDB8'
  return [
    under_,
    pen.pair(() => pen.piece('M238 110L256 106L244 190L226 190Z', { plain: true, roundness: 0.5 })),
    pen.piece(bib, { folds }),
    pen.pair(
      () => pen.button(235, 190, 6, metal) + pen.stitch(hem) + pen.line('M274 262Q262 280 250 284', 1.1, 0.5),
    ),
    `<path d="M176 204h48v36q-24 14-48 0z" fill="${paleOf(pen, 0.09)}" stroke="${pen.seam}" stroke-opacity=".6"/>`,
    pen.stitch('M176 212h48', 0.6),
    pen.line('M128 262H272', 1, 0.4),
  ].join('')
}
