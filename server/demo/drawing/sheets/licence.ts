import { textWidth, write } from './text.ts'

/** What a business licence states of an enterprise, in the words of its form. */
export type LicenceWords = {
  creditCode: string
  name: string
  form: string
  representative: string
  established: string
  domicile: string
  scope: string
}

const [width, height] = [1200, 848]
const gold = '#B98A3C'
const seal = '#B5432A'

/**
 * A sheet that has a business licence's fields and says across itself that it is a sample: the demo shows what an office compares, and
 * nobody can take it for a real document. Without words only the form. SVG of 1200 × 848.
 */
export function drawLicence(words: LicenceWords | null): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    '<rect width="100%" height="100%" fill="#E9E2D5"/>',
    `<rect x="22" y="22" width="${width - 44}" height="${height - 44}" fill="#FFFCF4"/>`,
    waves(),
    frame(),
    write('营业执照', width / 2, 158, 64, { anchor: 'middle', bold: true, spacing: 26 }),
    write('演示样本', width / 2, 204, 22, { anchor: 'middle', spacing: 12, colour: seal }),
    fields(words),
    stamp(),
    ...[230, 470, 710].map(
      (y) =>
        `<g transform="rotate(-18 600 ${y})" opacity="0.075">${write('演示样本', 600, y, 120, { anchor: 'middle', spacing: 60, bold: true })}</g>`,
    ),
    '</svg>',
  ].join('')
}

/** Fine waves in the paper, as certificates have them. */
function waves(): string {
  const lines = Array.from({ length: 28 }, (_, i) => {
    const y = 70 + i * 26
    return `M60 ${y}${Array.from({ length: 18 }, (_, k) => `q15 ${k % 2 === i % 2 ? -14 : 14} 30 0t30 0`).join('')}`
  })
  return `<path d="${lines.join('')}" fill="none" stroke="${gold}" stroke-opacity="0.13" stroke-width="1.2"/>`
}

function frame(): string {
  const corner = (x: number, y: number, turn: number) =>
    `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 64V0H64M12 52V12H52M24 40V24H40" fill="none" stroke="${gold}" stroke-width="4"/>`
  return [
    `<rect x="44" y="44" width="${width - 88}" height="${height - 88}" fill="none" stroke="${gold}" stroke-width="5"/>`,
    `<rect x="56" y="56" width="${width - 112}" height="${height - 112}" fill="none" stroke="${gold}" stroke-width="1.5"/>`,
    corner(70, 70, 0),
    corner(width - 70, 70, 90),
    corner(width - 70, height - 70, 180),
    corner(70, height - 70, 270),
  ].join('')
}

function fields(words: LicenceWords | null): string {
  const left: [string, string][] = [
    ['名称', words?.name ?? ''],
    ['类型', words?.form ?? ''],
    ['法定代表人', words?.representative ?? ''],
    ['经营范围', words?.scope ?? ''],
  ]
  const right: [string, string][] = [
    ['成立日期', words?.established ?? ''],
    ['住所', words?.domicile ?? ''],
    ['登记机关', ''],
  ]
  const column = (rows: readonly [string, string][], x: number, room: number) =>
    rows
      .map(([label, value], i) => {
        const y = 352 + i * 78
        const size = Math.min(24, (24 * room) / Math.max(1, textWidth(value, 24)))
        return `${write(label, x, y, 20, { colour: '#7A6A4E' })}${write(value, x + 136, y, size)}<path d="M${x + 130} ${y + 14}h${room + 10}" stroke="#E2D6BE" stroke-width="1.4"/>`
      })
      .join('')
  return [
    write('统一社会信用代码', 110, 274, 20, { colour: '#7A6A4E' }),
    write(words?.creditCode ?? '', 290, 274, 26, { bold: true, spacing: 2 }),
    column(left, 110, 330),
    column(right, 630, 300),
  ].join('')
}

/** Where the registering authority's seal would be stands that there is none. */
function stamp(): string {
  return [
    `<circle cx="952" cy="662" r="92" fill="none" stroke="${seal}" stroke-width="5" opacity="0.72"/>`,
    `<g opacity="0.8">${write('仅供演示', 952, 656, 30, { anchor: 'middle', bold: true, colour: seal })}${write('无实际效力', 952, 692, 19, { anchor: 'middle', colour: seal })}</g>`,
  ].join('')
}
