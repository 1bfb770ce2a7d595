import { deepen, isDark, lighten } from '../colour.ts'
import type { Pen } from '../pen.ts'
import { lace, laceColour, moulded, panel, soleColour, strap, tread } from './parts.ts'

const inside = (pen: Pen) => deepen(pen.colour, isDark(pen.colour) ? 0.45 : 0.42)

/** 登山鞋 / 户外鞋: mid cut, mudguard, hooks, webbing, lugged sole. */
export function hikingShoe(pen: Pen): string {
  const { colour, accent } = pen
  const sole = pen.spec.sole ?? '#3B3632'
  const laces = laceColour(pen)
  const upper =
    'M338 332C344 286 342 232 336 186C334 170 320 168 310 176C292 190 262 190 240 180L222 172C210 168 204 176 203 188C198 226 168 258 122 280C88 296 64 308 60 340L70 350H336Z'
  const mid = lighten(sole, 0.3)
  const lug = Array.from({ length: 9 }, (_, i) => {
    const x = 72 + i * 31
    return `M${x} 366L${x + 3} 383H${x + 19}L${x + 23} 366Z`
  }).join('')
  return [
    `<path d="M230 180C256 202 300 198 320 176L330 190C308 222 248 220 224 196Z" fill="${inside(pen)}"/>`,
    pen.piece('M196 202C186 176 194 154 214 156C232 158 240 174 240 194L226 212Z', {
      colour: deepen(colour, 0.1),
      plain: true,
      roundness: 0.5,
    }),
    pen.piece(upper, { folds: [['M236 280Q270 262 300 268', 11, 'light']] }),
    panel(
      pen,
      'M60 342C60 312 86 298 118 284C138 292 156 308 176 322C220 332 300 322 338 306L338 352H66Z',
      deepen(colour, isDark(colour) ? 0.4 : 0.34),
      'M116 291C136 299 152 314 174 328C222 338 300 328 336 313',
    ),
    panel(
      pen,
      'M338 314C342 280 341 232 336 186C320 192 312 206 312 222C316 258 312 290 302 318Z',
      accent,
      'M330 194C321 202 318 212 318 224C321 258 318 288 309 315',
    ),
    `<path d="M208 300C232 274 262 254 312 244L312 262C276 270 246 288 232 312Z" fill="${accent}" fill-opacity=".9"/>`,
    lace(156, 274, 178, 250, laces, 6) +
      lace(174, 264, 194, 236, laces, 6) +
      lace(192, 250, 206, 220, laces, 6) +
      lace(206, 232, 214, 202, laces, 6) +
      lace(214, 210, 220, 182, laces, 6),
    [
      [178, 268],
      [196, 254],
      [210, 238],
      [220, 218],
      [226, 198],
    ]
      .map(
        ([x = 0, y = 0]) =>
          `<path d="M${x - 4} ${y}l8 -5l4 6l-8 5z" fill="#C9BFB0" stroke="#6E655A" stroke-width=".8"/>`,
      )
      .join(''),
    `<path d="M230 180C256 202 300 198 320 176" fill="none" stroke="${deepen(colour, 0.3)}" stroke-width="7" stroke-linecap="round"/>`,
    `<path d="M330 176C346 172 348 198 336 204" fill="none" stroke="${accent}" stroke-width="5"/>`,
    `<path d="${lug}" fill="${deepen(sole, 0.3)}"/>`,
    moulded(
      pen,
      'M50 344C48 334 58 332 72 336C150 350 250 344 334 322C346 319 352 328 351 340L349 362C348 370 340 374 328 374H92C68 374 53 362 50 344Z',
      mid,
    ),
    moulded(
      pen,
      'M52 352C120 370 250 366 350 346L349 362C348 370 340 374 328 374H92C70 374 56 364 52 352Z',
      sole,
      0.4,
    ),
  ].join('')
}

/** 学步鞋 / 童鞋: rounded, two hook-and-loop straps, soft flexible sole. */
export function toddlerShoe(pen: Pen): string {
  const { colour, accent } = pen
  const sole = soleColour(pen)
  const straps = pen.spec.laces ?? lighten(colour, isDark(colour) ? 0.75 : 0.7)
  const upper =
    'M330 340C340 296 334 250 324 220C318 204 302 204 292 216C278 232 258 236 240 226L222 210C210 200 198 204 196 216C192 240 162 254 126 268C82 284 58 306 62 342Z'
  return [
    `<path d="M232 220C256 242 286 240 298 214L310 226C296 258 244 262 222 234Z" fill="${inside(pen)}"/>`,
    pen.piece('M194 222C188 200 200 184 218 188C230 192 236 206 236 224L222 238Z', {
      colour: accent,
      plain: true,
      roundness: 0.5,
    }),
    pen.piece(upper, { folds: [['M92 300Q120 276 150 272', 12, 'light']] }),
    panel(
      pen,
      'M62 342C58 310 78 290 118 272C144 284 154 312 150 344Z',
      accent,
      'M116 279C138 290 147 314 144 343',
    ),
    panel(
      pen,
      'M330 340C340 296 334 250 324 220C312 222 304 238 302 256C300 288 296 316 284 342Z',
      accent,
      'M319 228C312 236 309 248 308 258C306 290 302 318 291 341',
    ),
    `<circle cx="266" cy="300" r="15" fill="${lighten(accent, 0.5)}" stroke="${deepen(accent, 0.3)}" stroke-opacity=".6"/><path d="M266 289l3.2 7.4 8 .6-6.2 5.2 2.1 7.8-7.1-4.3-7.1 4.3 2.1-7.8-6.2-5.2 8-.6z" fill="${accent}"/>`,
    strap(214, 270, 32, 92, straps, 24),
    strap(182, 294, 32, 84, straps, 22),
    `<path d="M232 220C256 242 286 240 298 214" fill="none" stroke="${deepen(colour, 0.22)}" stroke-width="7" stroke-linecap="round"/>`,
    moulded(
      pen,
      'M50 340C48 328 58 326 70 330C130 348 260 348 326 332C340 328 346 336 345 346C343 366 336 378 316 378H96C66 378 53 362 50 340Z',
      sole,
      0.6,
    ),
    `<path d="M54 352C120 366 280 366 343 352" fill="none" stroke="${accent}" stroke-width="4" stroke-opacity=".8"/>`,
    tread(84, 318, 378, deepen(sole, 0.25), 5),
  ].join('')
}
