import { layer, type Pen, softStroke } from '../pen.ts'
import type { DrawingSpec } from '../spec.ts'
import { textWidth, write } from './text.ts'

const quiet = '#8A8177'
const sea = '#1E5F6B'

/** Bars of an EAN-13 number, 95 modules wide (GS1 General Specifications, EAN-13 symbol). */
export function ean13(digits: string, x: number, y: number, module: number, height: number): string {
  const odd = [
    '0001101',
    '0011001',
    '0010011',
    '0111101',
    '0100011',
    '0110001',
    '0101111',
    '0111011',
    '0110111',
    '0001011',
  ]
  const parity = [
    'OOOOOO',
    'OOEOEE',
    'OOEEOE',
    'OOEEEO',
    'OEOOEE',
    'OEEOOE',
    'OEEEOO',
    'OEOEOE',
    'OEOEEO',
    'OEEOEO',
  ]
  const flip = (bits: string) => [...bits].map((bit) => (bit === '1' ? '0' : '1')).join('')
  const right = (digit: number) => flip(odd[digit] ?? '')
  const even = (digit: number) => [...right(digit)].reverse().join('')
  const numbers = [...digits].map(Number)
  const plan = parity[numbers[0] ?? 0] ?? ''
  const left = numbers.slice(1, 7).map((digit, i) => (plan[i] === 'O' ? (odd[digit] ?? '') : even(digit)))
  const bits = `101${left.join('')}01010${numbers.slice(7, 13).map(right).join('')}101`
  let path = ''
  for (let i = 0; i < bits.length; i++)
    if (bits[i] === '1') path += `M${(x + i * module).toFixed(2)} ${y}h${module}v${height}h${-module}z`
  return `<path d="${path}" fill="#24211E"/>`
}

/** 吊牌 on its string. */
export function hangtag(pen: Pen): string {
  const words = pen.spec.words ?? {}
  const rows = (words.rows ?? []).slice(0, 6).map(([name, value], i) => {
    const y = 264 + i * 20
    return `${write(name, 128, y, 11, { colour: quiet })}${write(value, 186, y, textWidth(value, 11) > 88 ? (11 * 88) / textWidth(value, 11) : 11)}<path d="M128 ${y + 6.5}H272" stroke="#EDE7DD"/>`
  })
  const card = 'M124 96H276Q288 96 288 108V432Q288 444 276 444H124Q112 444 112 432V108Q112 96 124 96Z'
  const code = words.barcode
  const spaced = code ? `${code[0]} ${code.slice(1, 7)} ${code.slice(7)}` : ''
  return layer(pen, 'rotate(1.6 200 110)', () => {
    pen.casts.push(card)
    return [
      '<path d="M206 20C184 56 196 90 200 116" fill="none" stroke="#B99B74" stroke-width="2.4"/>',
      `<path d="${card}" fill="#FFFDF9" stroke="#DDD3C4"/>`,
      `<path d="M112 108Q112 96 124 96H276Q288 96 288 108V136H112Z" fill="${pen.colour}"/>`,
      '<circle cx="200" cy="116" r="8.5" fill="#E9E2D7" stroke="#B5A68F"/><path d="M206 20C204 56 202 90 200 114" fill="none" stroke="#B99B74" stroke-width="2"/>',
      write(words.brand ?? '', 200, 172, 22, { anchor: 'middle', bold: true, spacing: 5 }),
      write(words.brandLatin ?? '', 200, 190, 9, { anchor: 'middle', colour: quiet, spacing: 2.4 }),
      `<rect x="128" y="202" width="144" height="42" rx="4" fill="${sea}"/>`,
      write(words.badge ?? '', 200, 221, 13, { anchor: 'middle', bold: true, colour: '#FFFFFF' }),
      write(words.badgeNote ?? '', 200, 236, 9.5, { anchor: 'middle', colour: '#D5E7EA' }),
      rows.join(''),
      code ? ean13(code, 129, 384, 1.5, 32) : '',
      write(spaced, 200, 430, 9.5, { anchor: 'middle', colour: '#6B655E', spacing: 1.4 }),
    ].join('')
  })
}

/** 水洗标 sewn into a side seam. */
export function washLabel(pen: Pen): string {
  const words = pen.spec.words ?? {}
  const folds = [
    ['M40 0Q90 200 30 520', 30],
    ['M340 0Q300 240 372 520', 34],
  ] as const
  const cloth = [
    `<rect x="-20" y="-20" width="440" height="540" fill="${pen.colour}"/>`,
    folds.map(([path, width]) => softStroke(path, pen.seam, width, 0.3)).join(''),
    softStroke('M120 520Q200 420 420 400', '#fff', 24, 0.2),
    softStroke('M110 -20Q150 240 96 520', '#fff', 20, 0.18),
    pen.line('M0 86Q200 96 400 84', 3, 0.35) + pen.stitch('M0 78Q200 88 400 76', 0.6),
  ].join('')
  const rows = (words.rows ?? []).map(([name, value], i) => {
    const text = value ? (name ? `${name} ${value}` : value) : name
    const size = Math.min(12, (12 * 128) / Math.max(1, textWidth(text, 12)))
    return write(text, 140, 182 + i * 19, size)
  })
  const label = 'M122 88H282V418H122Z'
  return (
    cloth +
    layer(pen, 'rotate(-4 200 90)', () => {
      pen.casts.push(label)
      return [
        `<path d="${label}" fill="#FEFCF8" stroke="#D8CEC0"/><path d="M122 104H282" stroke="#C9BBA5" stroke-dasharray="3 2"/>`,
        softStroke('M286 100V410', '#6B5B48', 12, 0.12),
        write(words.heading ?? '', 202, 144, 16, { anchor: 'middle', bold: true }),
        write(words.brandLatin ?? '', 202, 160, 8, { anchor: 'middle', colour: quiet, spacing: 1.6 }),
        rows.join(''),
        '<path d="M140 318H264" stroke="#D8CEC0"/>',
        careSymbols(words.wash ?? 40),
        write(words.badge ?? '', 202, 388, 12, { anchor: 'middle', bold: true }),
        write(words.badgeNote ?? '', 202, 405, 9.5, { anchor: 'middle', colour: quiet }),
      ].join('')
    })
  )
}

/** Wash, do not bleach, iron low, line dry (GB/T 8685 symbols, redrawn). */
function careSymbols(temperature: number): string {
  return [
    '<g fill="none" stroke="#24211E" stroke-width="1.6" stroke-linejoin="round">',
    '<path d="M136 334l3.4 21h21.2l3.4-21q-7 5.400-14 0t-14 0"/>',
    '<path d="M174 355L186 334L198 355Z"/><path d="M174 332l24 25M198 332l-24 25" stroke-width="1.1"/>',
    '<path d="M206 354h28l-3-13q-1-4-6-4h-10M206 354q0-9 9-9h15"/>',
    '<rect x="243" y="334" width="21" height="21"/><path d="M243 341q10.500 8 21 0"/></g>',
    '<circle cx="218" cy="350" r="1.400" fill="#24211E"/>',
    write(String(temperature), 150, 351, 9, { anchor: 'middle' }),
  ].join('')
}

type Measure = readonly [x1: number, y1: number, x2: number, y2: number]

const topLines: readonly Measure[] = [
  [78, 104, 78, 418],
  [116, 232, 284, 232],
  [302, 128, 362, 264],
]
const trouserLines: readonly Measure[] = [
  [92, 100, 92, 440],
  [128, 86, 272, 86],
  [222, 420, 268, 416],
]
const shoeLines: readonly Measure[] = [
  [56, 426, 352, 426],
  [366, 236, 366, 410],
]
const wide: readonly Measure[] = [
  [64, 100, 64, 430],
  [128, 86, 272, 86],
  [90, 452, 310, 452],
]

function linesOf(type: string): readonly Measure[] {
  if (/shoe|loafer|oxford|sandal|slipper|boot|heel|flat/.test(type)) return shoeLines
  if (/joggers|jeans|leggings|shorts/.test(type)) return trouserLines
  if (/skirt|dress|bib|beanie|socks/.test(type)) return wide
  return topLines
}

/** Measures of the goods: the drawing with dimension lines over it. */
export function sizeSheet(pen: Pen, drawn: string): string {
  const words: NonNullable<DrawingSpec['words']> = pen.spec.words ?? {}
  const lines = linesOf(words.of ?? 't-shirt')
  const tick = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="3.2" fill="${sea}"/>`
  const dimensions = (words.measures ?? []).map((text, i) => {
    const line = lines[i]
    if (!line) return ''
    const [x1, y1, x2, y2] = line
    const width = textWidth(text, 13) + 16
    const mx = Math.min(394 - width / 2, Math.max(6 + width / 2, (x1 + x2) / 2))
    const my = (y1 + y2) / 2
    return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${sea}" stroke-width="1.6"/>${tick(x1, y1)}${tick(x2, y2)}<rect x="${mx - width / 2}" y="${my - 11}" width="${width}" height="22" rx="11" fill="#FFFFFF" stroke="#CFE0E3"/>${write(text, mx, my + 4.6, 13, { anchor: 'middle', colour: sea })}`
  })
  return drawn + dimensions.join('')
}
