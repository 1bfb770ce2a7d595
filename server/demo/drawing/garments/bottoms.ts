import { cream, deepen, isDark, lighten } from '../colour.ts'
import { symmetric } from '../outline.ts'
import { type Fold, type Pen, paleOf } from '../pen.ts'

const legFolds: readonly Fold[] = [
  ['M200 240Q222 214 254 206', 10],
  ['M200 240Q178 214 146 206', 10],
  ['M244 300Q252 350 242 404', 12, 'light'],
  ['M154 296Q148 350 160 404', 12, 'light'],
  ['M222 330Q242 338 270 326', 9],
  ['M178 338Q156 344 130 330', 9],
]

/** 卫裤 / 束脚裤: elastic waist without cord, ribbed ankles; side stripe in the accent colour. */
export function joggers(pen: Pen): string {
  const body = symmetric(
    [200, 112],
    [
      [272, 112],
      [282, 160, 292, 220, 288, 290],
      [285, 340, 276, 390, 268, 414],
      [219, 419],
      [218, 360, 214, 280, 200, 236],
    ],
  )
  const stripe =
    pen.spec.accent && pen.spec.pattern === 'plain'
      ? pen.pair(
          () =>
            `<path d="M272 126C284 190 290 240 284 292C280 340 273 386 264 411" fill="none" stroke="${pen.accent}" stroke-width="8"/>`,
        )
      : ''
  return [
    pen.piece(body, { folds: legFolds }),
    stripe,
    pen.line('M200 122V236', 1, 0.5),
    pen.pair(
      () => pen.line('M274 132Q262 160 276 192', 1.2, 0.6) + pen.stitch('M268 132Q256 164 273 197', 0.45),
    ),
    pen.band('M127 105C160 109 240 109 273 105', 21),
    pen.line('M127 105C160 109 240 109 273 105', 1, 0.35),
    pen.pair(() => pen.band('M269 424L217 429.5', 19)),
    pen.cut.pocket
      ? `<path d="M226 250h40v44q-20 8-40 0z" fill="${paleOf(pen)}" fill-opacity=".7" stroke="${pen.seam}" stroke-opacity=".6"/>${pen.stitch('M226 258h40')}`
      : '',
  ].join('')
}

/** 牛仔裤 / 长裤: fly, curved pockets, belt loops, double topstitching. */
export function jeans(pen: Pen): string {
  const body = symmetric(
    [200, 106],
    [
      [270, 104],
      [280, 160, 290, 220, 286, 300],
      [284, 350, 280, 396, 278, 436],
      [216, 440],
      [217, 370, 214, 290, 200, 240],
    ],
  )
  const thread = pen.spec.pattern === 'denim' ? '#D9A25F' : deepen(pen.colour, 0.3)
  const sew = (path: string) =>
    `<path d="${path}" fill="none" stroke="${thread}" stroke-width="1.1" stroke-dasharray="3.4 2" stroke-opacity=".95"/>`
  const worn =
    pen.spec.pattern === 'denim'
      ? `<ellipse cx="248" cy="270" rx="20" ry="66" fill="#fff" fill-opacity=".1"/><ellipse cx="248" cy="270" rx="12" ry="48" fill="#fff" fill-opacity=".1"/><ellipse cx="152" cy="270" rx="20" ry="66" fill="#fff" fill-opacity=".1"/><ellipse cx="152" cy="270" rx="12" ry="48" fill="#fff" fill-opacity=".1"/>`
      : ''
  const loop = (x: number) =>
    `<rect x="${x - 3}" y="98" width="6" height="22" rx="1.5" fill="${paleOf(pen, 0.08)}" stroke="${pen.seam}" stroke-opacity=".7" stroke-width=".8"/>`
  return [
    pen.piece(body, { folds: legFolds, inside: worn }),
    pen.piece('M129 98C160 102 240 102 271 98L272 116C240 121 160 121 128 116Z', { roundness: 0.5 }),
    sew('M130 112C160 117 240 117 270 112M200 122V196Q200 206 214 196Q218 170 217 122'),
    pen.line('M200 118V240', 1.1, 0.6),
    pen.pair(
      () =>
        pen.line('M238 120Q242 152 281 158', 1.3, 0.7) +
        sew('M234 121Q238 157 281 163M279 172C287 230 286 330 274 432'),
    ),
    pen.pair(() => sew('M276 428L217 432')),
    [146, 176, 224, 254].map(loop).join(''),
    pen.button(204, 108, 5.4, '#C8A26A'),
    pen.pair(
      () =>
        `<circle cx="240" cy="124" r="1.8" fill="#C8A26A"/><circle cx="276" cy="160" r="1.8" fill="#C8A26A"/>`,
    ),
  ].join('')
}

/** 打底裤: close to the leg. */
export function leggings(pen: Pen): string {
  const body = symmetric(
    [200, 110],
    [
      [258, 108],
      [270, 160, 274, 210, 266, 280],
      [260, 340, 250, 400, 246, 440],
      [212, 443],
      [214, 370, 214, 290, 200, 226],
    ],
  )
  return [
    pen.piece(body, {
      folds: [
        ['M200 230Q218 206 246 200', 9],
        ['M200 230Q182 206 154 200', 9],
        ['M236 250Q240 330 228 420', 12, 'light'],
        ['M156 250Q158 330 168 420', 11, 'light'],
        ['M216 408Q230 412 248 404', 6],
        ['M184 408Q170 412 152 404', 6],
      ],
    }),
    pen.band('M142 104C170 108 230 108 258 104', 17),
    pen.line('M200 114V226', 1, 0.45),
    pen.pair(() => pen.stitch('M247 433L212 436', 0.6)),
    pen.spec.accent && pen.spec.pattern === 'plain'
      ? pen.pair(
          () =>
            `<path d="M262 130C270 180 266 250 258 310C252 360 246 400 242 438" fill="none" stroke="${pen.accent}" stroke-width="5"/>`,
        )
      : '',
  ].join('')
}

/** 短裤 */
export function shorts(pen: Pen): string {
  const body = symmetric(
    [200, 160],
    [
      [282, 158],
      [292, 210, 304, 280, 310, 344],
      [212, 358],
      [212, 330, 210, 300, 200, 282],
    ],
  )
  const stripe = pen.spec.accent && pen.spec.pattern === 'plain'
  return [
    pen.piece(body, {
      folds: [
        ['M200 286Q226 256 266 250', 11],
        ['M200 286Q174 256 134 250', 11],
        ['M262 210Q276 280 274 340', 12, 'light'],
        ['M146 210Q130 280 132 340', 12, 'light'],
      ],
    }),
    stripe
      ? pen.pair(
          () =>
            `<path d="M279 172C288 226 298 290 303 342" fill="none" stroke="${pen.accent}" stroke-width="9"/>`,
        )
      : '',
    pen.line('M200 170V282', 1, 0.5),
    pen.pair(() => pen.line('M282 178Q262 204 292 236', 1.2, 0.6) + pen.stitch('M309 333L212 347', 0.6)),
    pen.band('M117 152C150 157 250 157 283 152', 22),
    pen.line('M117 152C150 157 250 157 283 152', 1, 0.35),
  ].join('')
}

/** 半身裙: elastic waist, pleats or gathers to a swinging hem. */
export function skirt(pen: Pen): string {
  const hem = symmetric(
    [200, 140],
    [
      [268, 138],
      [292, 220, 318, 310, 334, 372],
      [322, 384, 306, 376, 292, 384],
      [274, 393, 260, 384, 242, 391],
      [228, 396, 214, 388, 200, 394],
    ],
  )
  const pleats = [-52, -34, -16, 2, 20, 38, 56].map((x) => {
    const swing = x * 2
    return [`M${200 + x} 152Q${200 + x * 1.3} 260 ${200 + swing} 384`, 10] as const
  })
  const lights: Fold[] = [-43, -7, 29].map((x) => [
    `M${200 + x} 156Q${200 + x * 1.4} 260 ${200 + x * 2.05} 378`,
    9,
    'light',
  ])
  const gathers = Array.from({ length: 18 }, (_, i) => {
    const x = 139 + i * 7.2
    return pen.line(
      `M${x.toFixed(1)} 150L${(200 + (x - 200) * 1.1).toFixed(1)} ${164 + (i % 3) * 7}`,
      0.9,
      0.35,
    )
  })
  return [
    pen.piece(hem, { folds: [...pleats, ...lights] }),
    gathers.join(''),
    pen.band('M131 136C160 141 240 141 269 136', 20),
    pen.spec.accent && pen.spec.pattern === 'plain'
      ? `<path d="M71 362C90 372 98 366 108 372C128 382 142 374 158 380C172 384 186 378 200 382C214 378 228 384 242 380C258 374 272 382 292 372C302 366 310 372 329 362" fill="none" stroke="${isDark(pen.colour) ? lighten(pen.accent, 0.1) : pen.accent}" stroke-width="5"/>`
      : `<path d="M72 364C90 374 98 368 108 374C128 384 142 376 158 382C172 386 186 380 200 384C214 380 228 386 242 382C258 376 272 384 292 374C302 368 310 374 328 364" fill="none" stroke="${cream}" stroke-width="0"/>${pen.stitch('M72 364C90 374 98 368 108 374C128 384 142 376 158 382C172 386 186 380 200 384C214 380 228 386 242 382C258 376 272 384 292 374C302 368 310 374 328 364', 0.5)}`,
  ].join('')
}
