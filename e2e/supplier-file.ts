/**
 * A small factory's price list as it really comes: saved by a spreadsheet in China (GB18030), with signs before prices, figures of full
 * width, units behind quantities, and cells that only a person can mend.
 */
export const ownStyles = { romper: 'XC-R01', gown: 'XC-R02' } as const

const headers =
  '序号,款号,商品名称,英文名称,颜色,尺码,成分,安全类别,主面料,适用性别,季节,适用年龄,执行标准,批发价,起订量,库存,单件重量'
const romper = (colour: string, size: string, price: string, stock: string) =>
  `${ownStyles.romper},星潮纯棉连体衣 婴儿长袖爬服,Star Tide cotton romper long sleeve,${colour},${size},棉100%,A类,纯棉,男女通用,春、秋,0–3个月,GB 31701-2015,${price},10件起,${stock},120g`
const gown = (size: string, price: string, stock: string) =>
  `${ownStyles.gown},星潮纱布蝴蝶衣 新生儿连体衣,Star Tide muslin sleepsuit,米白,${size},棉100%,A类,纱布,男女通用,夏,0–3个月,GB 31701-2015,${price},１０,${stock},95g`

/** Rows of the list; what a person has to mend is said behind each. */
const rows = [
  romper('米白', '59', '￥２６.50', '300'),
  romper('米白', '66', '26.50元', '３００'),
  romper('米白', '73', '￥26.50', '充足'), // how much is plenty?
  romper('浅蓝', '59', '26.5', '280件'),
  romper('浅蓝', '66', '26.5', '280'),
  romper('浅蓝', '73', '26.5', '断码'),
  gown('59', '￥31.80', '200'),
  gown('66', '面议', '200'), // nobody but the seller knows this price
]

export function supplierFile(): { name: string; mimeType: string; buffer: Buffer } {
  const lines = [
    '石狮市星潮童装有限公司 2026 秋冬报价单',
    headers,
    ...rows.map((row, index) => `${index + 1},${row}`),
    `合计${',,'.repeat(8)}`,
  ]
  return {
    name: '星潮童装 报价单.csv',
    mimeType: 'text/csv',
    buffer: inGb18030(`${lines.join('\r\n')}\r\n`),
  }
}

/** Text in the two-byte part of GB18030, which Node reads but does not write: every pair is read once and looked up backwards. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, readonly [number, number]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      if (second !== 0x7f) bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = character <= '\u007f' ? [character.charCodeAt(0)] : bytesOf.get(character)
      if (bytes === undefined) throw new Error(`${character} is not in the two-byte part of GB18030`)
      return bytes
    }),
  )
}
