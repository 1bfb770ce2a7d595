import { brightness, deepen, isDark, lighten } from '../colour.ts'
import type { Pen } from '../pen.ts'
import {
  eyelet,
  lace,
  laceColour,
  mesh,
  moulded,
  panel,
  soleColour,
  strap,
  topstitch,
  tread,
} from './parts.ts'

const inside = (pen: Pen) => deepen(pen.colour, isDark(pen.colour) ? 0.45 : 0.42)

/** 跑鞋: mesh upper, thick rockered foam, counter and wave in the accent colour. */
export function runningShoe(pen: Pen): string {
  const { colour, accent } = pen
  const foam = soleColour(pen)
  const laces = laceColour(pen)
  const upper =
    'M338 328C344 292 342 254 334 222C330 206 314 204 308 216C298 236 268 242 240 226L216 200C208 192 197 196 194 207C187 238 160 262 118 282C88 294 66 308 62 334L68 348H336Z'
  const tongue = 'M190 212C184 190 196 170 214 174C226 178 234 194 238 222L222 232C214 216 204 204 190 212Z'
  const eyestay = 'M200 206L236 236C226 258 196 276 158 290L138 276C170 258 190 236 200 206Z'
  return [
    `<path d="M232 222C258 246 300 240 312 212L322 226C306 262 250 262 224 234Z" fill="${inside(pen)}"/>`,
    pen.piece(tongue, { colour: deepen(colour, 0.08), plain: true, roundness: 0.5 }),
    pen.piece(upper, {
      folds: [['M250 300Q280 296 310 300', 10, 'light']],
      inside: mesh(colour, 70, 214, 330, 344),
    }),
    panel(
      pen,
      'M64 342C62 314 82 298 112 286C128 298 134 318 130 350H70Z',
      accent,
      'M106 292C122 304 128 322 124 346',
    ),
    panel(
      pen,
      'M338 330C344 290 342 254 334 222C320 224 314 240 312 258C308 288 302 308 288 346H336Z',
      accent,
      'M330 228C322 240 319 252 318 264C314 292 308 314 296 342',
    ),
    panel(
      pen,
      eyestay,
      lighten(colour, isDark(colour) ? 0.1 : 0.3),
      'M204 214L230 238C218 256 190 272 158 284',
    ),
    `<path d="M208 252C218 288 238 320 266 344H300C266 316 244 282 238 238Z" fill="${accent}"/><path d="M186 272C198 304 216 328 240 346H254C228 322 210 296 200 260Z" fill="${accent}" fill-opacity=".55"/>${topstitch('M214 254C224 290 244 320 272 344', accent)}`,
    lace(160, 280, 178, 250, laces) +
      lace(178, 269, 194, 236, laces) +
      lace(196, 256, 206, 220, laces) +
      lace(212, 244, 216, 206, laces),
    `<path d="M232 222C258 246 300 240 312 212" fill="none" stroke="${deepen(colour, 0.25)}" stroke-width="5" stroke-linecap="round"/>`,
    moulded(
      pen,
      'M52 340C50 330 58 328 72 332C130 346 250 342 332 314C346 310 352 320 352 334L351 358C350 372 340 378 322 378H112C82 378 58 364 52 340Z',
      foam,
    ),
    `<path d="M58 350C120 366 270 360 351 334" fill="none" stroke="${accent}" stroke-width="4.5" stroke-opacity=".85"/>`,
    `<path d="M262 352C284 348 310 342 334 332" fill="none" stroke="${deepen(foam, 0.25)}" stroke-width="2" stroke-opacity=".6"/>`,
    tread(100, 330, 378, deepen(foam, 0.25), 6),
  ].join('')
}

/** 板鞋: flat cup sole, quarter and counter panels in the accent colour. */
export function boardShoe(pen: Pen): string {
  const { colour, accent } = pen
  const sole = soleColour(pen)
  const laces = laceColour(pen)
  const upper =
    'M338 340C342 298 340 262 334 232C330 216 316 214 308 224C294 242 268 244 246 232L214 202C206 194 196 198 192 208C182 240 152 264 112 284C82 298 64 310 62 342Z'
  const slash = 'M170 342C196 318 206 292 214 270L246 258C252 292 244 322 232 342Z'
  return [
    `<path d="M238 228C262 248 296 246 312 222L322 234C304 264 252 264 228 240Z" fill="${inside(pen)}"/>`,
    pen.piece('M190 214C184 192 196 176 214 180C230 184 238 204 240 230L224 236C214 218 204 206 190 214Z', {
      colour: lighten(colour, 0.12),
      plain: true,
      roundness: 0.5,
    }),
    pen.piece(upper, { folds: [['M100 310Q120 296 140 292', 10, 'light']] }),
    pen.piece('M62 342C62 314 82 300 110 286C132 292 150 312 148 342Z', {
      colour: lighten(colour, isDark(colour) ? 0.06 : 0.2),
      plain: true,
      roundness: 0.5,
      inside: [92, 102, 112, 122]
        .map(
          (x, i) =>
            `<circle cx="${x}" cy="${310 - (i % 2) * 7}" r="1.6" fill="${deepen(colour, 0.6)}"/><circle cx="${x + 4}" cy="${322 - (i % 2) * 7}" r="1.6" fill="${deepen(colour, 0.6)}"/>`,
        )
        .join(''),
    }),
    topstitch('M108 291C128 298 143 314 142 342', colour),
    panel(
      pen,
      'M338 340C342 298 340 262 334 232C322 232 312 246 308 264C304 296 304 316 296 342Z',
      accent,
      'M328 238C320 246 315 258 314 268C310 296 310 318 303 341',
    ),
    `<path d="${slash}" fill="${accent}"/>`,
    panel(
      pen,
      'M200 208L242 240C228 262 196 282 158 296L136 280C172 260 192 238 200 208Z',
      lighten(colour, isDark(colour) ? 0.08 : 0.26),
      'M204 216L234 241C220 260 190 276 160 289',
    ),
    lace(160, 286, 176, 256, laces, 8) +
      lace(180, 275, 194, 241, laces, 8) +
      lace(200, 261, 208, 224, laces, 8) +
      lace(218, 247, 220, 210, laces, 8),
    `<path d="M238 228C262 248 296 246 312 222" fill="none" stroke="${deepen(colour, 0.22)}" stroke-width="5" stroke-linecap="round"/>`,
    moulded(
      pen,
      'M54 346C54 336 60 334 70 336C150 346 260 346 334 334C344 333 349 338 349 348V364C349 374 342 378 332 378H84C62 378 54 366 54 346Z',
      sole,
    ),
    `<path d="M56 352C140 364 270 364 348 350" fill="none" stroke="${deepen(sole, 0.3)}" stroke-width="1.2" stroke-dasharray="4 2.6"/>`,
    `<path d="M60 369H347" stroke="${deepen(sole, 0.16)}" stroke-width="7" stroke-opacity=".7"/>`,
  ].join('')
}

/** 篮球鞋: padded high collar, strap, wings in the accent colour, broad sole. */
export function basketballShoe(pen: Pen): string {
  const { colour, accent } = pen
  const sole = soleColour(pen)
  const laces = laceColour(pen)
  const upper =
    'M340 336C346 290 344 220 338 160C336 144 322 142 312 152C294 170 262 172 238 160C222 152 206 158 204 174C202 216 178 256 124 282C88 298 64 312 62 342Z'
  return [
    `<path d="M226 162C250 186 302 178 322 150L332 166C312 200 246 204 218 178Z" fill="${inside(pen)}"/>`,
    pen.piece('M196 190C184 160 192 132 214 134C232 136 240 152 240 176L224 196C214 186 206 184 196 190Z', {
      colour: accent,
      plain: true,
      roundness: 0.5,
    }),
    pen.piece(upper, {
      folds: [
        ['M256 300Q290 290 320 296', 12, 'light'],
        ['M214 214Q250 206 280 210', 10],
      ],
      inside: mesh(colour, 110, 214, 270, 344, 7),
    }),
    panel(
      pen,
      'M340 336C346 290 344 220 338 160C318 170 306 186 306 210C312 250 306 296 282 342Z',
      accent,
      'M332 170C318 180 313 194 313 210C318 252 312 298 291 340',
    ),
    panel(
      pen,
      'M62 342C62 316 84 300 116 286C136 298 148 318 148 344Z',
      lighten(colour, isDark(colour) ? 0.12 : 0.25),
      'M112 292C132 304 142 322 142 343',
    ),
    `<path d="M176 282C206 300 236 320 250 346H300C284 300 246 262 200 250Z" fill="${accent}"/><path d="M200 262C240 278 272 306 286 344" fill="none" stroke="${lighten(accent, 0.5)}" stroke-width="2.4" stroke-opacity=".65"/>`,
    lace(162, 276, 182, 250, laces, 8) +
      lace(180, 262, 200, 232, laces, 8) +
      lace(198, 242, 210, 210, laces, 8),
    strap(252, 206, 12, 108, lighten(colour, isDark(colour) ? 0.14 : 0.34), 25),
    `<path d="M226 162C250 186 302 178 322 150" fill="none" stroke="${deepen(colour, 0.25)}" stroke-width="7" stroke-linecap="round"/>`,
    moulded(
      pen,
      'M50 342C48 330 58 328 74 332C150 348 260 342 336 320C348 317 354 326 353 340L351 362C350 374 342 379 326 379H98C70 379 53 364 50 342Z',
      sole,
    ),
    `<path d="M56 356C130 370 210 366 262 356L286 342L350 334L350 350C320 356 250 372 150 376H90C74 374 60 366 56 356Z" fill="${accent}" fill-opacity=".85"/>`,
    tread(92, 332, 379, deepen(sole, 0.35), 5),
  ].join('')
}

/** 帆布鞋: rubber toe cap and foxing with a coloured line, white laces; `shaft: 'high'` is the high-top. */
export function canvasShoe(pen: Pen): string {
  const { colour } = pen
  const sole = soleColour(pen)
  const line = pen.spec.accent ?? (isDark(sole) ? '#FBF6EC' : '#B5432A')
  const laces = laceColour(pen)
  const high = pen.cut.shaft === 'high'
  const upper = high
    ? 'M338 344C344 290 340 220 334 158C332 146 322 144 312 150C288 160 254 160 228 150C216 146 208 152 206 164C202 216 172 256 128 284C100 298 84 316 82 344Z'
    : 'M338 344C344 300 342 262 334 232C330 218 318 216 308 224C292 240 264 240 244 230L212 204C204 196 196 200 192 210C180 242 158 264 126 284C100 298 84 316 82 344Z'
  const rows = high
    ? [
        [158, 284, 176, 258],
        [176, 270, 194, 242],
        [192, 252, 204, 220],
        [204, 232, 210, 196],
        [212, 208, 214, 172],
      ]
    : [
        [156, 288, 174, 262],
        [174, 276, 192, 246],
        [194, 262, 206, 230],
        [214, 248, 216, 214],
      ]
  return [
    high
      ? `<path d="M214 152C250 172 300 170 326 150L330 166C300 188 244 188 212 168Z" fill="${inside(pen)}"/>`
      : `<path d="M236 226C262 248 296 244 312 222L322 234C304 264 252 264 228 240Z" fill="${inside(pen)}"/>`,
    pen.piece(
      high
        ? 'M200 176C192 150 198 130 214 132C230 134 236 150 236 168L222 190Z'
        : 'M190 216C186 194 198 182 214 186C228 190 236 206 238 230L222 238Z',
      { plain: true, colour: lighten(colour, 0.1), roundness: 0.5 },
    ),
    pen.piece(upper, {
      folds: [
        ['M232 300Q262 280 300 286', 10],
        ['M170 320Q200 300 230 306', 9, 'light'],
      ],
    }),
    topstitch(
      'M326 342C330 300 330 270 322 240M318 342C322 300 322 270 314 244M232 342C236 306 228 280 216 262',
      colour,
    ),
    rows.map(([x1 = 0, y1 = 0]) => eyelet(x1 + 2, y1 + 1, sole)).join(''),
    rows.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) => lace(x1, y1, x2, y2, laces, 7)).join(''),
    high
      ? `<circle cx="284" cy="224" r="19" fill="${sole}" stroke="${deepen(sole, 0.3)}"/><circle cx="284" cy="224" r="14" fill="none" stroke="${line}" stroke-width="2"/><path d="M273 222q5.500 -5 11 0t11 0M273 229q5.500 -5 11 0t11 0" fill="none" stroke="${line}" stroke-width="2.6" stroke-linecap="round"/>`
      : '',
    panel(
      pen,
      'M338 344C342 312 340 290 337 272C326 270 322 280 320 296C318 316 316 330 312 344Z',
      brightness(colour) > 0.8 ? deepen(colour, 0.12) : lighten(colour, 0.18),
    ),
    moulded(pen, 'M62 344C58 318 74 300 98 292C120 288 134 300 136 346Z', sole, 0.6),
    moulded(
      pen,
      'M52 348C52 338 60 336 70 338C150 346 260 346 336 336C346 335 350 340 350 350V366C350 375 344 378 334 378H78C60 378 52 366 52 348Z',
      sole,
    ),
    `<path d="M54 352C140 362 270 362 349 349" fill="none" stroke="${line}" stroke-width="3.4"/>`,
    `<path d="M58 370H348" stroke="${deepen(sole, 0.3)}" stroke-width="1"/><rect x="326" y="342" width="22" height="17" rx="2" fill="${line}"/>`,
  ].join('')
}
