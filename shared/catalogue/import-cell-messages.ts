import { e, en, type Message, message, rows, z, zh } from '#shared/catalogue/import-sentence.ts'

const partNames: Readonly<Record<string, string>> = {
  面料: 'shell',
  里料: 'lining',
  填充物: 'filling',
  罗纹: 'ribbing',
  鞋面: 'upper',
  鞋底: 'sole',
}

/** Sentences about what else a cell may say, and about cells that disagree. */
export const cellMessages = {
  'quantity-unreadable': message(
    '数量读不出',
    'Quantity unreadable',
    (f) => `${z(f)}读不出数量，请填整数`,
    (f) => `${e(f)} cannot be read; enter a whole number`,
  ),
  'quantity-out-of-range': message(
    '数量超出范围',
    'Quantity out of range',
    (f) => `${z(f)}超出范围，应在 ${f.min} 到 ${f.max} 之间`,
    (f) => `${e(f)} is out of range; enter ${f.min} to ${f.max}`,
  ),
  'composition-unreadable': message(
    '成分读不出',
    'Composition unreadable',
    (f) => `${z(f)}读不出成分，请写成“棉 95%，氨纶 5%”`,
    (f) => `${e(f)} cannot be read; write it like “95% cotton 5% elastane”`,
  ),
  'composition-not-100': message(
    '成分合计不等于 100 %',
    'Composition is not 100 %',
    (f) => `${z(f)}中${f.part}合计 ${f.sum} %，应为 100 %`,
    (f) => `${e(f)}: ${partNames[String(f.part)] ?? f.part} adds up to ${f.sum} %, not 100 %`,
  ),
  'composition-no-percent': message(
    '成分缺百分比',
    'No percentages',
    (f) => `${z(f)}没有写百分比，已写进描述；提交审核前请补上成分含量`,
    (f) => `${e(f)} gives no percentages and is kept in the description; add them before review`,
  ),
  'size-missing': message(
    '缺尺码',
    'Size missing',
    (f) => `${f.cell} 没有填尺码`,
    (f) => `${f.cell} has no size`,
  ),
  'size-several': message(
    '一格多个尺码',
    'Several sizes',
    (f) => `${z(f)}写了 ${f.count} 个尺码，一行只能是一个`,
    (f) => `${e(f)} names ${f.count} sizes; a row is one size`,
  ),
  'size-unlisted': message(
    '类目外尺码',
    'Unusual size',
    (f) => `${z(f)}不在“${f.category}”的常用尺码里，已照写`,
    (f) => `${e(f)} is not a usual size of ${f.categoryEn}; kept as written`,
  ),
  'size-is-date': message(
    '尺码成了日期',
    'Size became a date',
    (f) => `${z(f)}是日期，表格软件把尺码改成了日期；请把该列设为文本再填`,
    (f) =>
      `${e(f)} is a date that the spreadsheet made of a size; format the column as text and enter it again`,
  ),
  'colour-missing': message(
    '缺颜色',
    'Colour missing',
    (f) => `${f.cell} 没有填颜色，同款其他行有`,
    (f) => `${f.cell} has no colour, while other rows of the style do`,
  ),
  'colour-renamed': message(
    '颜色写法不一',
    'Colour spelling',
    (f) => `${z(f)}按“${f.as}”导入`,
    (f) => `${e(f)} is imported as “${f.as}”`,
  ),
  'colour-unlisted': message(
    '未收录的颜色',
    'Unlisted colour',
    (f) => `${z(f)}不在常用颜色里，已照写；没有色块和另一种语言的名称`,
    (f) => `${e(f)} is no colour we know; kept as written, without a swatch or a name in the other language`,
  ),
  'colour-unreadable': message(
    '不是颜色',
    'Not a colour',
    (f) => `${z(f)}不是颜色`,
    (f) => `${e(f)} is not a colour`,
  ),
  'colour-several': message(
    '一格多个颜色',
    'Several colours',
    (f) => `${z(f)}写了 ${f.count} 个颜色，却只有一份库存；已写进描述，规格不分颜色`,
    (f) => `${e(f)} names ${f.count} colours with one stock; kept in the description, the SKU has no colour`,
  ),
  'barcode-length': message(
    '条码位数不对',
    'Barcode length',
    (f) => `${z(f)}不是 8 到 14 位数字的条码，没有导入`,
    (f) => `${e(f)} is not a barcode of 8 to 14 digits; left out`,
  ),
  'barcode-check-digit': message(
    '条码校验位不符',
    'Barcode check digit',
    (f) => `${z(f)}的校验位不符，请核对`,
    (f) => `${e(f)} has a wrong check digit; please check`,
  ),
  'barcode-rounded': message(
    '条码丢了位数',
    'Barcode shortened',
    (f) => `${z(f)}是科学计数，后面几位已丢失；请把该列设为文本再填`,
    (f) => `${e(f)} was shortened by the spreadsheet; format the column as text and enter it again`,
  ),
  'barcode-duplicate': message(
    '条码重复',
    'Barcode twice',
    (f) => `${z(f)}与第 ${f.otherRow} 行相同，一个条码只能对应一个规格`,
    (f) => `${e(f)} is also in row ${f.otherRow}; a barcode names one SKU`,
  ),
  'unit-unknown': message(
    '单位不认识',
    'Unknown unit',
    (f) => `${z(f)}不是可用的单位，请填件、双、套、箱、米、平方米或千克`,
    (f) => `${e(f)} is not a unit; use piece, pair, set, box, metre, square metre or kilogram`,
  ),
  'season-unknown': message(
    '季节读不出',
    'Unknown season',
    (f) => `${z(f)}读不出季节，没有导入`,
    (f) => `${e(f)} names no season; left out`,
  ),
  'safety-class-unknown': message(
    '安全类别读不出',
    'Unknown safety class',
    (f) => `${z(f)}读不出安全类别，请填 A 类、B 类或 C 类（GB 31701）`,
    (f) => `${e(f)} names no safety class; enter A, B or C (GB 31701)`,
  ),
  'weight-unreadable': message(
    '重量读不出',
    'Weight unreadable',
    (f) => `${z(f)}读不出重量，没有导入`,
    (f) => `${e(f)} cannot be read as a weight; left out`,
  ),
  'pack-unreadable': message(
    '包装读不出',
    'Pack unreadable',
    (f) => `${z(f)}读不出一手几件，已写进描述`,
    (f) => `${e(f)} does not say how many a pack holds; kept in the description`,
  ),
  'pack-count-differs': message(
    '配码数不符',
    'Pack count differs',
    (f) => `${z(f)}写一手 ${f.size} 件，按配码数是 ${f.counted} 件`,
    (f) => `${e(f)} says ${f.size} to a pack, but its sizes make ${f.counted}`,
  ),
  'yes-no-unknown': message(
    '是否读不出',
    'Yes or no?',
    (f) => `${z(f)}看不出是或否，没有导入`,
    (f) => `${e(f)} says neither yes nor no; left out`,
  ),
  'hs-code-unreadable': message(
    '海关编码不对',
    'HS code',
    (f) => `${z(f)}不是 6 到 10 位的海关编码，没有导入`,
    (f) => `${e(f)} is not an HS code of 6 to 10 digits; left out`,
  ),
  'lead-time-unreadable': message(
    '发货时间读不出',
    'Lead time unreadable',
    (f) => `${z(f)}读不出几天发货，没有导入`,
    (f) => `${e(f)} does not say in how many days goods are sent; left out`,
  ),
  'presale-date': message(
    '预售',
    'Pre-order',
    (f) => `${z(f)}：预售，${f.date} 起发货，发货时间按 ${f.days} 天`,
    (f) => `${e(f)}: pre-order, sent from ${f.date}; lead time ${f.days} days`,
  ),
  'category-missing': message(
    '缺类目',
    'Category missing',
    (f) => `${zh(f)}没有填类目，标题里也看不出`,
    (f) => `${en(f)} is empty and the title names no category`,
  ),
  'category-unknown': message(
    '类目待选',
    'Category to choose',
    (f) => `${z(f)}对不上商城的类目，请在“对应列”里选一个`,
    (f) => `${e(f)} matches no category of the market; choose one in the mapping step`,
  ),
  'category-not-carried': message(
    '商城不经营',
    'Not carried here',
    (f) => `${z(f)}属于“${f.category}”，本商城不经营；可存为草稿，改到商城经营的类目后才能提交审核`,
    (f) =>
      `${e(f)} is “${f.categoryEn}”, which this market does not carry; it can be kept as a draft, but not be submitted for review`,
  ),
  'audience-read': message(
    '性别已读出',
    'Audience read',
    (f) => `适用性别按“${f.as}”，从类目或标题读出`,
    (f) => `For “${f.asEn}”, as the category or the title says`,
  ),
  'option-unknown': message(
    '选项不认识',
    'Unknown option',
    (f) => `${zh(f)}“${f.option}”不是可选值，已写进描述；可选 ${f.options}`,
    (f) =>
      `${en(f)} “${f.option}” is not an option and is kept in the description; options are ${f.optionsEn}`,
  ),
  'number-unreadable': message(
    '数字读不出',
    'Number unreadable',
    (f) => `${z(f)}读不出数字，没有导入`,
    (f) => `${e(f)} cannot be read as a number; left out`,
  ),
  'differs-in-style': message(
    '与同款不一致',
    'Differs within style',
    (f) => `${z(f)}与同款不一致：${f.total} 行里有 ${f.count} 行是“${f.common}”`,
    (f) => `${e(f)} differs within the style: ${f.count} of ${rows(f.total)} say “${f.common}”`,
  ),
  'style-values-mixed': message(
    '同款写法不一',
    'Style varies',
    (f) => `${zh(f)}在同款里有 ${f.kinds} 种写法，按“${f.common}”导入（${f.total} 行里有 ${f.count} 行）`,
    (f) =>
      `${en(f)} takes ${f.kinds} values within the style; “${f.common}” is used (${f.count} of ${rows(f.total)})`,
  ),
  'style-number-of-another': message(
    '款号写错',
    'Wrong style number',
    (f) => `${z(f)}是“${f.common}”的款号，这一行是“${f.title}”，应为 ${f.styleNo}`,
    (f) => `${e(f)} belongs to “${f.common}”; this row is “${f.title}”, whose number is ${f.styleNo}`,
  ),
  'duplicate-sku': message(
    '规格重复',
    'SKU twice',
    (f) => `${z(f)}：${[f.colour, f.size].filter(Boolean).join(' ')} 与第 ${f.otherRow} 行重复`,
    (f) => `${e(f)}: ${[f.colour, f.size].filter(Boolean).join(' ')} is already in row ${f.otherRow}`,
  ),
  'duplicate-row': message(
    '整行重复',
    'Repeated row',
    (f) => `第 ${f.row} 行与第 ${f.otherRow} 行完全相同，已忽略`,
    (f) => `Row ${f.row} repeats row ${f.otherRow} and is ignored`,
  ),
} satisfies Readonly<Record<string, Message>>
