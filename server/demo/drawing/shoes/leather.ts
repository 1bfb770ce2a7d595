import { brightness, deepen, isDark, lighten } from '../colour.ts'
import type { Pen } from '../pen.ts'
import { eyelet, lace, laceColour, moulded, panel, soleColour, topstitch, tread } from './parts.ts'

const inside = (pen: Pen) => deepen(pen.colour, isDark(pen.colour) ? 0.45 : 0.42)
const leatherSole = (pen: Pen) => pen.spec.sole ?? '#4A3A2E'

/** The long soft light of polished leather. */
const shine = (path: string, width: number, opacity = 0.16) =>
  [1.5, 1, 0.5]
    .map(
      (f) =>
        `<path d="${path}" fill="none" stroke="#fff" stroke-width="${width * f}" stroke-linecap="round" stroke-opacity="${opacity * 0.6}"/>`,
    )
    .join('')

function welt(pen: Pen, heel = true): string {
  const sole = leatherSole(pen)
  return [
    heel ? moulded(pen, 'M262 352H346L344 382H266Z', deepen(sole, 0.25), 0.4) : '',
    moulded(
      pen,
      'M52 346C50 338 58 336 70 338C150 352 250 348 338 336C346 335 350 340 349 346L347 356C300 362 268 360 250 362C190 370 110 372 84 368C64 364 54 356 52 346Z',
      sole,
      0.4,
    ),
    `<path d="M58 345C140 358 256 354 346 341" fill="none" stroke="${lighten(sole, 0.5)}" stroke-width="1.2" stroke-dasharray="3.4 2.4" stroke-opacity=".8"/>`,
  ].join('')
}

/** 乐福鞋: apron toe and penny strap. */
export function loafer(pen: Pen): string {
  const { colour } = pen
  const upper =
    'M338 342C344 306 344 268 336 238C332 226 320 226 310 234C290 250 258 252 232 246C216 242 204 238 194 236C182 236 172 244 160 256C142 270 116 280 92 294C68 306 58 322 60 344Z'
  return [
    `<path d="M206 240C246 262 300 258 320 232L330 246C310 282 246 286 200 258Z" fill="${inside(pen)}"/><path d="M214 252C246 266 290 266 314 250" fill="none" stroke="#D9C3A2" stroke-width="7" stroke-opacity=".7"/>`,
    pen.piece(upper, { gloss: 0.5, folds: [['M252 306Q280 296 312 300', 9]] }),
    `<path d="M84 306C104 288 138 278 158 262C170 252 182 242 196 244C208 250 206 268 192 284C168 306 124 318 92 318C80 316 78 312 84 306Z" fill="${lighten(colour, isDark(colour) ? 0.07 : 0.1)}" stroke="${pen.seam}" stroke-width="2"/>`,
    topstitch('M80 310C82 322 104 322 124 320C160 312 186 300 200 282C212 266 212 252 202 246', colour),
    panel(
      pen,
      'M176 246C192 236 206 238 216 244L236 328L204 338Z',
      deepen(colour, 0.1),
      'M182 249C194 242 204 243 211 248L229 328',
    ),
    `<path d="M196 286L213 282L216 294L199 298Z" fill="${deepen(colour, 0.55)}"/>`,
    pen.spec.accent
      ? `<path d="M190 262L212 258M194 278L216 274" stroke="${pen.spec.accent}" stroke-width="4" stroke-linecap="round"/>`
      : '',
    shine('M96 304Q130 286 160 272', 7) + shine('M262 292Q292 286 320 290', 9, 0.1),
    welt(pen),
  ].join('')
}

/** 牛津鞋 / 德比鞋: cap toe, punched quarter, five eyelets. */
export function oxford(pen: Pen): string {
  const { colour } = pen
  const laces = pen.spec.laces ?? deepen(colour, 0.5)
  const upper =
    'M338 342C344 304 344 262 336 230C332 218 320 218 310 226C294 240 268 240 246 230L222 212C212 206 202 208 196 216C182 242 152 264 108 284C74 300 58 318 60 344Z'
  const punched = Array.from(
    { length: 10 },
    (_, i) =>
      `<circle cx="${142 + i * 1.4}" cy="${(282 + i * 6.4).toFixed(1)}" r="1.5" fill="${deepen(colour, 0.6)}"/>`,
  ).join('')
  const rows = [
    [172, 272, 186, 254],
    [188, 262, 198, 240],
    [204, 250, 210, 228],
    [218, 238, 222, 216],
  ] as const
  return [
    `<path d="M240 226C264 248 298 244 314 222L324 234C306 264 254 264 230 240Z" fill="${inside(pen)}"/><path d="M246 238C268 252 294 250 312 234" fill="none" stroke="#D9C3A2" stroke-width="5" stroke-opacity=".7"/>`,
    pen.piece('M192 224C190 206 202 194 216 200C228 204 238 216 240 232L220 244Z', {
      colour: deepen(colour, 0.08),
      plain: true,
      roundness: 0.5,
    }),
    pen.piece(upper, { gloss: 0.5, folds: [['M160 310Q180 292 196 300', 7]] }),
    panel(
      pen,
      'M60 344C58 318 76 300 110 284C134 292 152 312 154 346Z',
      deepen(colour, 0.06),
      'M112 288C132 296 146 314 148 345',
    ),
    punched,
    panel(
      pen,
      'M338 342C344 304 344 262 336 230C332 218 320 218 310 226C294 240 268 240 246 230L224 214C218 240 190 264 160 278C180 296 206 310 214 344Z',
      deepen(colour, 0.02),
      'M226 222C218 246 194 268 170 279C190 296 212 312 221 343',
    ),
    rows.map(([x, y]) => eyelet(x + 6, y + 4, colour)).join(''),
    rows.map(([x1, y1, x2, y2]) => lace(x1 + 4, y1 + 2, x2, y2, laces, 4.6)).join(''),
    panel(
      pen,
      'M338 342C344 304 344 262 336 230C326 232 320 246 320 262C322 296 318 320 310 343Z',
      deepen(colour, 0.1),
      'M330 238C326 248 326 256 326 264C328 296 324 320 317 342',
    ),
    shine('M84 312Q104 294 126 294', 7) + shine('M240 300Q270 290 300 292', 9, 0.1),
    welt(pen),
  ].join('')
}

/** 短靴: `laces` lace-up, otherwise the elastic gusset of a chelsea boot. */
export function ankleBoot(pen: Pen): string {
  const { colour } = pen
  const sole = leatherSole(pen)
  const upper =
    'M338 342C346 290 340 200 334 122C332 112 324 108 314 108H220C210 108 206 114 206 124C208 180 204 230 160 262C134 276 104 284 84 298C64 312 58 326 60 344Z'
  const laced = pen.cut.front === 'laces'
  const rows = [
    [176, 262, 196, 248],
    [192, 244, 208, 228],
    [202, 222, 214, 204],
    [206, 198, 216, 180],
    [207, 174, 216, 156],
    [207, 150, 216, 132],
  ] as const
  const elastic = Array.from({ length: 15 }, (_, i) => `M${246 + i * 3} 118V226`).join('')
  return [
    `<path d="M212 108C240 122 300 122 326 108L324 98C296 92 240 92 214 98Z" fill="${inside(pen)}" stroke="${pen.seam}"/>`,
    pen.piece(upper, {
      gloss: 0.35,
      folds: [
        ['M212 240Q246 232 280 246', 12],
        ['M196 268Q236 262 262 276', 10],
        ['M310 140Q322 220 316 300', 10],
      ],
    }),
    laced
      ? panel(
          pen,
          'M206 116L236 116C236 180 240 236 196 272L168 262C206 236 208 190 206 116Z',
          deepen(colour, 0.1),
          'M231 120C231 180 234 232 194 267',
        ) +
        rows.map(([x, y]) => eyelet(x + 17, y + 2, '#C9B48E')).join('') +
        rows.map(([x1, y1, x2, y2]) => lace(x1 + 6, y1 + 6, x2 + 8, y2 + 4, laceColour(pen), 5)).join('')
      : `<path d="M244 116H292C290 160 284 200 270 232C254 202 246 162 244 116Z" fill="${deepen(pen.spec.accent ?? colour, 0.4)}" stroke="${pen.seam}"/><g stroke="${lighten(colour, 0.2)}" stroke-width="1" stroke-opacity=".45"><path d="${elastic}" stroke-dasharray="60 200"/></g>${topstitch('M239 116C241 166 250 208 270 240C290 206 296 164 298 116', colour)}<path d="M322 108C336 86 344 96 336 124" fill="none" stroke="${deepen(colour, 0.3)}" stroke-width="6"/>`,
    panel(
      pen,
      'M338 342C342 310 342 280 341 256C326 258 318 270 316 288C314 310 310 328 304 342Z',
      deepen(colour, 0.12),
      'M334 263C325 268 323 280 322 290C320 310 316 328 311 341',
    ),
    shine('M92 312Q120 292 152 284', 8) + shine('M228 140Q232 200 226 224', 7, 0.1),
    moulded(pen, 'M256 352H348L346 384H262Z', deepen(sole, 0.3), 0.4),
    moulded(
      pen,
      'M50 346C48 336 58 334 70 336C150 350 250 346 338 334C348 333 352 340 351 348L349 360C300 366 268 364 250 366C190 376 110 380 84 374C62 370 52 358 50 346Z',
      sole,
      0.4,
    ),
    tread(80, 250, 374, sole, 4),
  ].join('')
}

/** 女士高跟鞋: pointed toe, slim heel. */
export function heel(pen: Pen): string {
  const { colour } = pen
  const sole = pen.spec.sole ?? deepen(colour, 0.5)
  const upper =
    'M338 286C348 252 346 222 338 206C330 196 318 200 308 212C280 246 232 270 190 282C172 288 160 286 146 288C110 296 72 320 42 350C40 356 44 358 52 358C110 360 170 356 210 340C250 322 296 296 338 286Z'
  return [
    `<path d="M316 208C284 250 226 282 160 288C150 290 146 292 152 296C220 306 300 262 334 214Z" fill="#D9C3A2"/><path d="M316 208C284 250 226 282 160 288" fill="none" stroke="${deepen(colour, 0.35)}" stroke-width="3"/>`,
    moulded(
      pen,
      'M346 268C342 300 338 344 336 384H324C322 350 312 316 290 302Z',
      pen.spec.accent ?? colour,
      0.4,
    ),
    pen.piece(upper, { gloss: 0.7, roundness: 0.6 }),
    `<path d="M44 356C110 366 176 362 214 344C254 326 300 300 340 288" fill="none" stroke="${sole}" stroke-width="6" stroke-linecap="round"/>`,
    pen.cut.front === 'strap'
      ? `<path d="M330 222C290 196 246 212 226 262" fill="none" stroke="${deepen(colour, 0.3)}" stroke-width="9" stroke-linecap="round"/><path d="M330 222C290 196 246 212 226 262" fill="none" stroke="${colour}" stroke-width="7" stroke-linecap="round"/><rect x="262" y="204" width="14" height="12" rx="2" fill="none" stroke="#C8A26A" stroke-width="3" transform="rotate(-20 269 210)"/>`
      : '',
    shine('M80 336Q120 306 160 300', 7) + shine('M300 246Q322 232 330 222', 6, 0.14),
  ].join('')
}

/** 女士平底鞋: low ballet flat with a bow. */
export function flat(pen: Pen): string {
  const { colour } = pen
  const bow = pen.spec.accent ?? deepen(colour, 0.14)
  const upper =
    'M336 346C346 312 346 286 338 264C332 254 320 256 310 266C284 292 232 306 188 300C172 298 164 290 148 292C110 300 62 316 56 346Z'
  const knot = `<path d="M132 296C116 282 108 288 112 304C114 312 126 308 134 300C146 312 160 314 160 304C160 290 146 286 132 296Z" fill="${bow}" stroke="${deepen(bow, 0.4)}" stroke-width="1.1"/><circle cx="133.5" cy="298.5" r="5" fill="${deepen(bow, 0.15)}"/>`
  return [
    `<path d="M154 292C200 322 292 310 326 262L334 276C300 326 200 334 148 302Z" fill="#D9C3A2"/><path d="M168 300C220 316 284 304 320 270" fill="none" stroke="${deepen('#D9C3A2', 0.3)}" stroke-width="3" stroke-opacity=".5"/>`,
    pen.piece(upper, { gloss: 0.5, roundness: 0.7 }),
    `<path d="M154 292C164 298 172 300 188 300C232 306 284 292 310 266C320 256 332 254 338 264" fill="none" stroke="${deepen(colour, 0.3)}" stroke-width="4" stroke-linecap="round"/>`,
    knot,
    shine('M84 330Q110 312 150 310', 7) + shine('M280 316Q310 306 326 296', 7, 0.12),
    moulded(
      pen,
      'M50 348C50 341 58 340 70 342C150 352 250 350 334 342C344 341 346 348 345 352L344 372H292L286 362C200 372 110 370 76 364C60 362 50 356 50 348Z',
      pen.spec.sole ?? '#8B6F55',
      0.35,
    ),
  ].join('')
}

/** 凉鞋: contoured footbed, open sides, straps with hook and loop. */
export function sandal(pen: Pen): string {
  const { colour } = pen
  const sole = soleColour(pen)
  const foot = '#CDB393'
  const band = (path: string, tint: string) =>
    pen.piece(path, { colour: tint, plain: tint !== colour, roundness: 0.5, gloss: 0.15 })
  const heelStrap = pen.spec.accent ?? colour
  return [
    `<path d="M330 330C338 296 334 262 322 246L300 252C312 276 314 304 308 336Z" fill="${deepen(colour, 0.25)}"/>`,
    pen.piece(
      'M60 342C56 326 70 320 92 324C150 336 210 332 250 318C290 306 320 306 338 316C346 324 346 336 342 346C260 362 130 366 60 342Z',
      { colour: foot, plain: true, roundness: 0.5 },
    ),
    `<path d="M80 332C150 346 220 342 262 326C290 316 318 316 334 322" fill="none" stroke="${deepen(foot, 0.25)}" stroke-dasharray="3 2.6" stroke-opacity=".8"/>`,
    band('M92 346C92 318 112 296 140 288C166 292 186 312 192 346C160 354 124 354 92 346Z', colour),
    topstitch('M100 344C102 320 118 304 141 296C162 300 178 316 184 344', colour),
    `<path d="M112 322C124 308 150 306 172 322L170 332C150 318 128 320 114 332Z" fill="${heelStrap}"/>`,
    band('M188 344C190 306 204 272 226 252C242 246 260 252 268 264C254 288 248 316 252 342Z', colour),
    topstitch('M197 343C199 310 211 280 230 260C242 256 252 259 258 265C246 288 240 316 243 342', colour),
    `<path d="M200 304C210 290 236 288 252 298L249 310C236 300 214 302 202 316Z" fill="${heelStrap}"/>`,
    band(
      'M246 262C272 240 302 232 332 236C346 270 350 306 344 340L300 344C308 316 306 292 296 272C284 268 268 270 256 280Z',
      heelStrap,
    ),
    topstitch('M256 264C280 248 304 242 327 244C338 274 342 306 336 338', heelStrap),
    moulded(
      pen,
      'M50 346C50 336 58 334 70 338C140 356 260 352 332 338C344 336 350 342 349 350L346 366C344 375 336 378 324 378H92C66 378 52 364 50 346Z',
      sole,
    ),
    tread(84, 326, 378, deepen(sole, 0.3), 5),
    `<path d="M56 354C130 370 270 366 347 350" fill="none" stroke="${deepen(sole, 0.25)}" stroke-width="1.4" stroke-opacity=".7"/>`,
  ].join('')
}

/** 拖鞋: open slide, or the closed house slipper of winter. */
export function slipper(pen: Pen): string {
  const { colour } = pen
  const sole = soleColour(pen)
  const closed = pen.cut.front === 'closed'
  const foot = closed ? lighten(colour, 0.6) : deepen(sole, 0.06)
  const upper = closed
    ? 'M56 346C52 312 78 286 118 272C158 258 204 248 232 256C242 262 244 274 240 290C234 312 236 330 244 346Z'
    : 'M92 350C92 314 116 276 156 262C186 254 212 258 226 270C232 290 232 320 240 348Z'
  const fluff = Array.from(
    { length: 15 },
    (_, i) =>
      `<circle cx="${232 + Math.round(Math.sin(i * 2.1) * 5)}" cy="${258 + i * 6}" r="8" fill="${i % 2 ? '#F6EEE1' : '#EFE4D3'}"/>`,
  ).join('')
  return [
    pen.piece(
      'M66 342C70 328 100 330 140 334C210 340 270 330 330 322C350 322 356 336 346 348C260 364 130 366 66 342Z',
      { colour: foot, plain: true, roundness: 0.6 },
    ),
    `<path d="M180 340C230 342 290 334 334 330" fill="none" stroke="${deepen(foot, 0.25)}" stroke-dasharray="2 5" stroke-width="2" stroke-linecap="round"/>`,
    pen.piece(upper, { gloss: closed ? 0 : 0.3, folds: [['M110 310Q150 286 200 282', 12, 'light']] }),
    closed
      ? fluff
      : topstitch(
          'M100 348C102 318 122 284 158 270C184 263 206 266 219 276M222 344C216 316 217 296 216 280',
          colour,
        ),
    !closed && pen.spec.accent
      ? `<path d="M120 312C146 288 182 278 226 284L228 306C190 300 156 308 134 330Z" fill="${pen.spec.accent}"/>`
      : '',
    moulded(
      pen,
      'M50 346C50 336 58 334 70 338C140 354 260 350 336 336C348 334 354 340 353 350L350 366C348 375 340 378 328 378H92C66 378 52 364 50 346Z',
      closed && brightness(sole) > 0.8 ? '#B79D7E' : sole,
    ),
    `<path d="M54 354C130 370 270 366 351 350" fill="none" stroke="${pen.spec.accent ?? deepen(sole, 0.25)}" stroke-width="3" stroke-opacity=".8"/>`,
    tread(84, 330, 378, deepen(sole, 0.3), 4),
  ].join('')
}
