import { brightness, deepen, lighten } from '../colour.ts'
import { type Step, symmetric } from '../outline.ts'
import { companionPen, type Fold, joinPen, layer, type Pen } from '../pen.ts'
import { joggers, shorts } from './bottoms.ts'
import { bodyFolds, neckHole, peterPan, sleeve } from './parts.ts'
import { hoodie, sweatshirt, tShirt } from './tops.ts'

const skirtFolds: readonly Fold[] = [
  ['M168 232Q150 320 128 424', 11],
  ['M196 232Q190 330 188 430', 11],
  ['M226 232Q240 330 252 428', 11],
  ['M246 230Q274 320 300 420', 11],
  ['M182 240Q172 330 158 424', 9, 'light'],
  ['M210 240Q214 330 220 424', 9, 'light'],
  ['M238 240Q258 330 276 424', 9, 'light'],
]

/** 连衣裙: fitted bodice, gathered skirt, belt. */
export function dress(pen: Pen): string {
  const shoulder = [270, 116] as const
  const underarm = [260, 184] as const
  const arms = pen.cut.sleeve ?? 'puff'
  const skirtEdge: Step[] = [
    [226, 226, 244, 226, 256, 224],
    [290, 306, 318, 372, 330, 420],
    [318, 430, 304, 424, 292, 430],
    [276, 437, 262, 430, 246, 436],
    [232, 440, 216, 434, 200, 438],
  ]
  const bodice = symmetric(
    [200, 128],
    [
      [216, 128, 228, 116, 232, 100],
      [246, 104, 260, 110, ...shoulder],
      [262, 140, 258, 162, ...underarm],
      [258, 200, 256, 214, 256, 226],
      [230, 230, 216, 231, 200, 231],
    ],
  )
  const gathers = Array.from({ length: 17 }, (_, i) => {
    const x = 148 + i * 6.5
    return pen.line(`M${x} 228L${(200 + (x - 200) * 1.09).toFixed(1)} ${240 + (i % 3) * 7}`, 0.9, 0.35)
  })
  const belt = pen.spec.second ?? deepen(pen.colour, 0.16)
  const crew = pen.cut.collar === 'crew'
  return [
    pen.pair(() => (arms === 'none' ? '' : sleeve(pen, arms, shoulder, underarm))),
    neckHole(pen, 232, 100, 130),
    pen.piece(symmetric([200, 226], skirtEdge), { folds: skirtFolds }),
    gathers.join(''),
    pen.piece(bodice, {
      folds: [
        ['M150 180Q168 196 176 218', 8],
        ['M246 184Q236 202 232 222', 8],
      ],
    }),
    arms === 'none' ? pen.pair(() => pen.line('M266 118C258 142 255 162 256 184', 1, 0.45)) : '',
    `<path d="M144 224C170 230 230 230 256 224L257 234C230 240 170 240 143 234Z" fill="${belt}" stroke="${deepen(belt, 0.3)}" stroke-opacity=".6"/>`,
    crew
      ? pen.band('M168 100C170 136 230 136 232 100', 8)
      : peterPan(pen, 232, 100, 124, brightness(pen.colour) > 0.84 ? '#EBDFCB' : '#FAF5EA'),
    [156, 180, 204].map((y) => pen.button(200, y, 3.8)).join(''),
  ].join('')
}

/** 家居服 / 睡衣套装: notched collar, piping, trousers folded under the shirt. */
export function pyjamas(pen: Pen): string {
  const shoulder = [294, 126] as const
  const underarm = [284, 204] as const
  const body = symmetric(
    [200, 158],
    [
      [212, 146, 228, 128, 236, 102],
      [256, 108, 278, 116, ...shoulder],
      [286, 152, 282, 178, ...underarm],
      [284, 270, 284, 320, 288, 372],
      [258, 380, 228, 382, 200, 382],
    ],
  )
  const lapel = 'M236 100C246 106 252 118 252 132L226 150L200 160C216 146 230 128 236 100Z'
  const pale = lighten(pen.colour, 0.1)
  const piping = pen.spec.accent ?? pen.seam
  const trim = (path: string) =>
    `<path d="${path}" fill="none" stroke="${piping}" stroke-width="2" stroke-linejoin="round"/>`
  const shirt = () =>
    [
      pen.pair(() => sleeve(pen, pen.cut.sleeve ?? 'long', shoulder, underarm, { cuff: 'hem' })),
      neckHole(pen, 236, 102, 140),
      pen.piece(body, { folds: bodyFolds }),
      pen.line('M207 158V381', 1, 0.6) +
        pen.stitch('M203 162V380', 0.35) +
        pen.stitch('M113 364C150 372 250 372 287 364', 0.5),
      pen.pair(
        () =>
          pen.piece(lapel, { turn: 30, roundness: 0.5 }) +
          trim('M237 101C246 106 252 118 252 132L226 150L200 160'),
      ),
      `<path d="M162 100C172 112 228 112 238 100L242 106C226 122 174 122 158 106Z" fill="${pale}" stroke="${pen.seam}" stroke-opacity=".5"/>`,
      [180, 226, 272, 318].map((y) => pen.button(200, y, 4.8)).join(''),
      `<path d="M226 206h40v38q-20 8-40 0z" fill="${pale}" fill-opacity=".5" stroke="${pen.seam}" stroke-opacity=".6"/>${trim('M226 213h40')}`,
    ].join('')
  return (
    layer(pen, 'translate(106 142) scale(.72)', () => joggers(pen)) +
    layer(pen, 'translate(16 8) scale(.78)', shirt)
  )
}

/** 两件套: a top and trousers (or shorts) laid together; the second colour is that of the trousers. */
export function twoPiece(pen: Pen): string {
  const lower = companionPen(
    pen,
    'b',
    pen.spec.second ?? pen.colour,
    pen.spec.secondPattern ?? 'plain',
    pen.cut,
    pen.spec.secondPattern && pen.spec.secondPattern !== 'plain' ? pen.spec.accent : undefined,
  )
  const top = pen.cut.collar === 'hood' ? hoodie : pen.cut.sleeve === 'short' ? tShirt : sweatshirt
  const isShort = pen.cut.leg === 'short'
  const below = layer(
    lower,
    isShort ? 'translate(134 172) scale(.68)' : 'translate(112 142) scale(.7)',
    () => (isShort ? shorts(lower) : joggers(lower)),
  )
  joinPen(pen, lower)
  return below + layer(pen, 'translate(14 14) scale(.75)', () => top(pen))
}
