import { Buffer } from 'node:buffer'
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { decodeFile } from './decode-file.ts'
import { bytesOf, sheetXml, workbookOf, zipOf } from './fixtures.ts'
import { type DecodedFile, isRefusal } from './sheet.ts'

const decoded = async (bytes: Uint8Array, name = 'list.csv'): Promise<DecodedFile> => {
  const file = await decodeFile(bytes, name)
  if (isRefusal(file)) throw new Error(file.refused)
  return file
}
const texts = (file: DecodedFile, sheet = 0): string[][] =>
  file.sheets[sheet]?.rows.map((row) => row.map(({ text }) => text)) ?? []
const refused = async (bytes: Uint8Array): Promise<string> => {
  const file = await decodeFile(bytes, 'list.xlsx')
  return isRefusal(file) ? file.refused : 'read'
}

describe('CSV', () => {
  const table = [
    ['款号', '品名'],
    ['A1', '卫衣, 加绒'],
  ]
  test.each([
    ['UTF-8', bytesOf('款号,品名\nA1,"卫衣, 加绒"\n'), 'utf-8'],
    ['UTF-8 with a mark', bytesOf('\ufeff款号,品名\r\nA1,"卫衣, 加绒"\r\n'), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from('\ufeff款号,品名\nA1,"卫衣, 加绒"\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from('款号,品名\nA1,"卫衣, 加绒"\n', 'utf16le'), 'utf-16le'],
    [
      'UTF-16, high byte first',
      Buffer.from('\ufeff款号,品名\nA1,"卫衣, 加绒"\n', 'utf16le').swap16(),
      'utf-16be',
    ],
    // 款号,品名 / A1,"卫衣, 加绒" as Excel in China writes it.
    ['GB18030', Buffer.from('bfeebac52cc6b7c3fb0a41312c22cec0d2c22c20bcd3c8de220a', 'hex'), 'gb18030'],
  ])('%s is recognised', async (_, bytes, encoding) => {
    const file = await decoded(bytes)
    expect(file.encoding).toBe(encoding)
    expect(texts(file)).toEqual(table)
  })

  test.each([',', ';', '\t'])('the separator %j is found', async (separator) => {
    const file = await decoded(
      bytesOf(
        `style${separator}price\nA${separator}1,5\nB${separator}"2,5"`.replaceAll(
          separator === ',' ? '1,5' : '\0',
          '"1,5"',
        ),
      ),
    )
    expect(texts(file)).toEqual([
      ['style', 'price'],
      ['A', '1,5'],
      ['B', '2,5'],
    ])
  })

  test('quoted line breaks stay in their cell, blank lines keep their row number', async () => {
    expect(texts(await decoded(bytesOf('a,b\n"x\ny",1\n\nz,2')))).toEqual([
      ['a', 'b'],
      ['x\ny', '1'],
      [],
      ['z', '2'],
    ])
  })

  property.prop([
    fc.array(
      fc.array(
        fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\0\r\ufeff]/g, '').trim()),
        { minLength: 2, maxLength: 5 },
      ),
      { minLength: 1, maxLength: 8 },
    ),
  ])('quoted cells come back as they were written', async (rows) => {
    const cells = rows.map((row) => row.map((cell) => (/^['=+\-@＝＋－＠]/.test(cell) ? `x${cell}` : cell)))
    fc.pre(cells.some((row) => row.some((cell) => cell !== '')))
    const csv = cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
    const back = texts(await decoded(bytesOf(csv)))
    const width = (row: readonly string[]): string[] =>
      row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)
    expect(back).toEqual(cells.map(width))
  })
})

describe('XLSX', () => {
  test('strings, numbers, dates, percentages and merged cells are read as a person sees them', async () => {
    const sheet = `<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>6.912345678901E12</v></c><c r="C2" s="1"><v>46000</v></c><c r="D2" s="2"><v>0.95</v></c><c r="E2" t="b"><v>1</v></c><c r="F2" t="e"><v>#REF!</v></c><c r="G2"><v>30.000000000000004</v></c></row><row r="3"><c r="B3"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>`
    const file = await decoded(
      workbookOf(
        { 现货: sheet },
        {
          'xl/sharedStrings.xml':
            '<sst><si><r><t>加绒</t></r><r><t>卫衣</t></r><rPh><t>jia</t></rPh></si></sst>',
          'xl/styles.xml':
            '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="9"/></cellXfs></styleSheet>',
        },
      ),
    )
    expect(file.format).toBe('xlsx')
    expect(texts(file)[1]).toEqual(['加绒卫衣', '6912345678901', '2025-12-09', '95%', 'TRUE', '#REF!', '30'])
    expect(file.sheets[0]?.rows[2]?.[0]).toEqual({ text: '加绒卫衣', mergedFrom: [1, 0] })
  })

  test('sheets keep their order, and hidden ones are left out', async () => {
    const sheet = (name: string, id: number, more = ''): string =>
      `<sheet name="${name}" r:id="rId${id}"${more}/>`
    const bytes = workbookOf(
      { 一: sheetXml([['a']]), 二: sheetXml([['b']]), 三: sheetXml([['c']]) },
      {
        'xl/workbook.xml': `<workbook><sheets>${sheet('一', 1)}${sheet('二', 2, ' state="hidden"')}${sheet('三', 3)}</sheets></workbook>`,
      },
    )
    expect((await decoded(bytes)).sheets.map(({ name }) => name)).toEqual(['一', '三'])
  })

  test('entity declarations are refused', async () => {
    const bomb =
      '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    expect(await refused(workbookOf({ 一: bomb }))).toBe('catalogue/import-xml-declarations')
  })

  test('a declared size beyond 200 MB is refused before anything is unpacked', async () => {
    expect(await refused(zipOf({ 'xl/workbook.xml': 'x' }, 300 * 1024 * 1024))).toBe(
      'catalogue/import-unpacked-size',
    )
  })

  test('zeros packed a thousandfold are refused within a second', async () => {
    const started = performance.now()
    const zeros = zipOf({ 'xl/workbook.xml': Buffer.alloc(60 * 1024 * 1024, 32) })
    const packed = performance.now()
    expect(await refused(zeros)).toBe('catalogue/import-unpacked-size')
    expect(performance.now() - packed).toBeLessThan(1000)
    expect(packed - started).toBeGreaterThan(0)
  })

  test('a size that lies is found out while reading', async () => {
    const parts = {
      'xl/workbook.xml': '<workbook><sheets/></workbook>'.padEnd(5000),
      'xl/_rels/workbook.xml.rels': 'x',
    }
    expect(await refused(zipOf(parts, 10))).toBe('catalogue/import-file-damaged')
  })

  test('more than 1,000 entries are refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`f${index}`, '']))
    expect(await refused(zipOf(parts))).toBe('catalogue/import-zip-entries')
  })

  test('a row number or a column far beyond the limits is refused', async () => {
    const far = (reference: string): Uint8Array =>
      workbookOf({
        一: `<worksheet><sheetData><row><c r="${reference}"><v>1</v></c></row></sheetData></worksheet>`,
      })
    expect(await refused(far('A1048576'))).toBe('catalogue/import-too-many-rows')
    expect(await refused(far('XFD1'))).toBe('catalogue/import-too-many-columns')
  })

  test('a merged range over the whole sheet does not grow the rows', async () => {
    const file = await decoded(
      workbookOf({
        一: sheetXml(
          [
            ['x', null],
            ['y', 1],
          ],
          ['A1:XFD1048576'],
        ),
      }),
    )
    expect(file.sheets[0]?.rows.length).toBe(2)
  })

  test.each([
    ['nothing', new Uint8Array(), 'catalogue/import-file-empty'],
    ['blank text', bytesOf(' \n , \n'), 'catalogue/import-file-empty'],
    ['a broken zip', bytesOf('PK\u0003\u0004 nothing'), 'catalogue/import-file-damaged'],
    ['another zip', zipOf({ 'a.txt': 'x' }), 'catalogue/import-file-type'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'catalogue/import-old-xls'],
    ['a PDF', bytesOf('%PDF-1.7'), 'catalogue/import-file-type'],
    ['text that is not JSON after all', bytesOf('{"a": '), 'catalogue/import-file-damaged'],
    ['JSON without products', bytesOf('{"a": [1, 2]}'), 'catalogue/import-json-shape'],
  ])('%s is refused with its reason', async (_, bytes, reason) => {
    expect(await refused(bytes)).toBe(reason)
  })

  property.prop([fc.uint8Array({ maxLength: 400 })])('no bytes make it throw', async (bytes) => {
    await expect(decodeFile(bytes, 'x')).resolves.toBeDefined()
    await expect(
      decodeFile(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), bytes]), 'x'),
    ).resolves.toBeDefined()
  })
})

test('50,001 rows are refused, 50,000 are read', async () => {
  const rows = (count: number): Uint8Array => bytesOf(`a,b\n${'1,2\n'.repeat(count - 1)}`)
  expect(await refused(rows(50_001))).toBe('catalogue/import-too-many-rows')
  expect(texts(await decoded(rows(50_000))).length).toBe(50_000)
})

describe('JSON', () => {
  test('SKU arrays become rows, attribute pairs become columns, nested arrays of goods are found', async () => {
    const goods = [
      {
        name: '水壶',
        attributes: [
          ['材质', '玻璃'],
          ['产地', '福建'],
        ],
        specifications: { 颜色: ['红', '蓝'] },
        skus: [
          { specs: ['红'], price: '10.00', stock: 1 },
          { specs: ['蓝'], price: '12.00', stock: 2 },
        ],
      },
    ]
    const file = await decoded(bytesOf(JSON.stringify({ source: 'x', data: { goods } })), 'goods.json')
    expect(texts(file)).toEqual([
      ['name', 'attributes.材质', 'attributes.产地', 'specifications.颜色', 'skus.price', 'skus.stock'],
      ['水壶', '玻璃', '福建', '红', '10.00', '1'],
      ['水壶', '玻璃', '福建', '蓝', '12.00', '2'],
    ])
    expect(file.sheets[0]?.rows[2]?.[0]?.mergedFrom).toEqual([1, 0])
  })

  test('lists of sizes and colours make a row for each combination', async () => {
    const file = await decoded(
      bytesOf(JSON.stringify([{ title: 'Hoodie', sizes: ['90', '100'], colors: ['Red', 'Navy'], price: 5 }])),
      'goods.json',
    )
    expect(
      texts(file)
        .slice(1)
        .map((row) => row.join(' ')),
    ).toEqual(['Hoodie 5 90 Red', 'Hoodie 5 90 Navy', 'Hoodie 5 100 Red', 'Hoodie 5 100 Navy'])
  })
})
