import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { brightness } from './colour.ts'
import { drawGoods } from './draw-goods.ts'
import { mirrorPath } from './outline.ts'
import { type DrawingSpec, drawingTypes, garmentTypes, patterns, shoeTypes } from './spec.ts'

const spec = (type: DrawingSpec['type'], more: Partial<DrawingSpec> = {}): DrawingSpec => ({
  type,
  colour: '#8FA9BC',
  pattern: 'plain',
  seed: 5,
  ...more,
})

async function pixels(svg: string, width = 80): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .resize(width, width * 1.25)
    .removeAlpha()
    .raw()
    .toBuffer()
}

const difference = (a: Buffer, b: Buffer) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length

describe('drawGoods', () => {
  test('the same spec gives the same bytes, another seed or colour other ones', () => {
    for (const type of drawingTypes) {
      expect(drawGoods(spec(type))).toBe(drawGoods(spec(type)))
      expect(drawGoods(spec(type, { colour: '#B5604A' }))).not.toBe(drawGoods(spec(type)))
    }
  })

  test('every type is drawn by librsvg: the goods stand out from an empty ground', async () => {
    const empty = await pixels(
      drawGoods(spec('size-sheet', { words: { of: 't-shirt' } })).replace(
        /<\/defs>(<rect[^>]*>).*<\/svg>/s,
        '</defs>$1</svg>',
      ),
    )
    for (const type of [...garmentTypes, ...shoeTypes, 'hangtag', 'wash-label'] as const) {
      expect(
        difference(await pixels(drawGoods(spec(type, { colour: '#3E4D63' }))), empty),
        type,
      ).toBeGreaterThan(8)
    }
  })

  test('no two types look alike', async () => {
    const seen: { type: string; image: Buffer }[] = []
    for (const type of [...garmentTypes, ...shoeTypes]) {
      const image = await pixels(
        drawGoods(spec(type, { colour: '#3E4D63', pattern: type === 'sweater' ? 'knit' : 'plain' })),
      )
      for (const other of seen)
        expect(difference(image, other.image), `${type} and ${other.type}`).toBeGreaterThan(1.2)
      seen.push({ type, image })
    }
  })

  test('every pattern shows on a T-shirt and differs from plain cloth', async () => {
    const plain = await pixels(drawGoods(spec('t-shirt')), 320)
    for (const pattern of patterns.filter((name) => name !== 'plain')) {
      expect(
        difference(await pixels(drawGoods(spec('t-shirt', { pattern })), 320), plain),
        pattern,
      ).toBeGreaterThan(0.4)
    }
  })

  test('a black and white shoe is seen to be black and white', async () => {
    const { data } = await sharp(
      Buffer.from(drawGoods(spec('running-shoe', { colour: '#35322F', accent: '#F6F3EE' }))),
    )
      .resize(400, 500)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) =>
      `#${data.subarray((y * 400 + x) * 3, (y * 400 + x) * 3 + 3).toString('hex')}`
    const row = Array.from({ length: 300 }, (_, i) => brightness(at(50 + i, 345)))
    expect(Math.min(...row)).toBeLessThan(0.35)
    expect(Math.max(...row)).toBeGreaterThan(0.8)
  })

  test('pictures need no filter, font, script or outside file', () => {
    for (const type of drawingTypes) {
      expect(
        drawGoods(
          spec(type, { pattern: 'letters', words: { brand: '禾屿', rows: [['品名', '婴儿连体衣']] } }),
        ),
      ).not.toMatch(/<filter|<text|<script|<image|<foreignObject|https?:\/\/(?!www\.w3\.org)/)
    }
  })

  test('ids of different pictures do not meet on one page', () => {
    const ids = (svg: string) => new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))
    const first = ids(drawGoods(spec('dress')))
    for (const id of ids(drawGoods(spec('dress', { seed: 6 })))) expect(first.has(id)).toBe(false)
    expect(first.size).toBeGreaterThan(3)
  })
})

test('a mirrored outline mirrored again is the outline', () => {
  const path = 'M210 20C230 20 240 40 250 60L260 90H280V100Q270 110 250 120Z'
  expect(mirrorPath(mirrorPath(path))).toBe(path)
  expect(mirrorPath('M210 20H250')).toBe('M190 20H150')
})
