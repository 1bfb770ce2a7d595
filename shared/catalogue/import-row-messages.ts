import { type Message, message, rows } from '#shared/catalogue/import-sentence.ts'

/** Sentences about rows, products and the mapping step. */
export const rowMessages = {
  'row-empty': message(
    '空行',
    'Empty row',
    (f) => `第 ${f.row} 行是空行，已忽略`,
    (f) => `Row ${f.row} is empty and ignored`,
  ),
  'row-subtotal': message(
    '小计行',
    'Total',
    (f) => `第 ${f.row} 行是“${f.value}”，已忽略`,
    (f) => `Row ${f.row} is a total (“${f.value}”) and ignored`,
  ),
  'row-footnote': message(
    '注释行',
    'Footnote',
    (f) => `第 ${f.row} 行是说明文字，已忽略`,
    (f) => `Row ${f.row} is a footnote and ignored`,
  ),
  'row-repeated-header': message(
    '重复表头',
    'Repeated heading',
    (f) => `第 ${f.row} 行重复了表头，已忽略`,
    (f) => `Row ${f.row} repeats the headings and is ignored`,
  ),
  'row-group-title': message(
    '分组标题',
    'Group title',
    (f) => `第 ${f.row} 行“${f.value}”是分组标题，已忽略`,
    (f) => `Row ${f.row} “${f.value}” is a group title and ignored`,
  ),
  'product-no-rows': message(
    '整款未导入',
    'Style left out',
    (f) => `${f.styleNo} 的 ${f.rows} 行都要修改，整款没有导入`,
    (f) => `All ${rows(f.rows)} of ${f.styleNo} need correcting; the style is left out`,
  ),
  'product-invalid': message(
    '整款不合规',
    'Style not valid',
    (f) => `${f.styleNo} 整款不能导入：${f.path} 不合要求`,
    (f) => `${f.styleNo} cannot be imported: ${f.path} is not valid`,
  ),
  'product-too-many-skus': message(
    '规格过多',
    'Too many SKUs',
    (f) => `${f.styleNo} 有 ${f.count} 个规格，一款最多 ${f.limit} 个`,
    (f) => `${f.styleNo} has ${f.count} SKUs; a product holds at most ${f.limit}`,
  ),
  'tiers-by-sku': message(
    '改按规格报价',
    'Priced by SKU',
    (f) => `${f.styleNo} 各规格单价不同，已按规格报价，阶梯价没有导入`,
    (f) => `${f.styleNo} has different prices by SKU and is priced so; its quantity prices are left out`,
  ),
  'retail-price-unused': message(
    '零售价不导入',
    'Retail price',
    () => '零售价只作参考，不会导入',
    () => 'Retail prices are for reference and are not imported',
  ),
  'columns-unused': message(
    '未使用的列',
    'Unused columns',
    (f) => `未使用的列：${f.columns}`,
    (f) => `Columns not used: ${f.columns}`,
  ),
  'no-stock-column': message(
    '没有库存列',
    'No stock column',
    (f) => `表里没有库存，全部按 ${f.stock} 导入`,
    (f) => `The list has no stock; ${f.stock} is used throughout`,
  ),
  'no-moq-column': message(
    '没有起订量列',
    'No minimum order',
    (f) => `表里没有起订量，按 ${f.moq} 导入；写了一手几件的按一手`,
    (f) => `The list has no minimum order; ${f.moq} is used, or one pack where packs are named`,
  ),
  'no-lead-time-column': message(
    '没有发货时间列',
    'No lead time',
    (f) => `表里没有发货时间，按 ${f.days} 天导入`,
    (f) => `The list has no lead time; ${f.days} days are used`,
  ),
  'style-numbers-made': message(
    '没有款号列',
    'No style numbers',
    () => '表里没有款号，同名商品归为一款，款号按标题生成',
    () => 'The list has no style numbers; equal titles make one product, numbered after its title',
  ),
  'price-in-minor-units': message(
    '价格按分读',
    'Prices in cents',
    (f) => `价格都是不带小数的大数，已按最小货币单位（${f.currency}）读；不对请改为元`,
    (f) =>
      `Prices are large whole numbers and were read in minor units of ${f.currency}; switch to whole units if that is wrong`,
  ),
  'own-barcodes': message(
    '自编条码',
    'Own barcodes',
    () => '条码大多不是国际条码，按自编条码保存，不校验',
    () => 'Most barcodes are no GTIN; they are kept as your own codes and not checked',
  ),
  'category-to-choose': message(
    '类目待选',
    'Categories to choose',
    (f) => `有 ${f.count} 个类目要选${f.words ? `：${f.words}` : ''}`,
    (f) =>
      `${f.count} ${Number(f.count) === 1 ? 'category needs' : 'categories need'} choosing${f.words ? `: ${f.words}` : ''}`,
  ),
  'categories-not-carried': message(
    '商城不经营的类目',
    'Categories not carried',
    (f) => `有 ${f.count} 行属于本商城不经营的类目（${f.words}）：可存为草稿，改选类目后才能提交审核`,
    (f) =>
      `${rows(f.count)} of categories that this market does not carry (${f.wordsEn}): kept as drafts, and to be submitted once another category is chosen`,
  ),
  'no-price-column': message(
    '没有价格列',
    'No price column',
    () => '没有找到价格列，请指定一列',
    () => 'No price column was found; please choose one',
  ),
  'no-title-column': message(
    '没有标题列',
    'No title column',
    () => '没有找到商品标题列，请指定一列',
    () => 'No title column was found; please choose one',
  ),
  'term-mixed-batch': message(
    '混批条件',
    'Mixed batch',
    (f) =>
      `表里写着“${f.source}”，可设为店铺混批条件：${[f.amount === '' ? '' : `满 ${f.amount} 元`, f.quantity === '' ? '' : `满 ${f.quantity} 件`].filter(Boolean).join('或')}`,
    (f) =>
      `The list says “${f.source}”; the shop’s mixed batch could start at ${[f.amount === '' ? '' : `${f.amount} in value`, f.quantity === '' ? '' : `${f.quantity} pieces`].filter(Boolean).join(' or ')}`,
  ),
  'term-lead-time': message(
    '发货时间',
    'Lead time',
    (f) => `表里写着“${f.source}”，发货时间按 ${f.days} 天`,
    (f) => `The list says “${f.source}”; lead time is ${f.days} days`,
  ),
  'term-returns': message(
    '退货条件',
    'Returns',
    (f) => `表里写着“${f.source}”，可设为 ${f.days} 天内可退`,
    (f) => `The list says “${f.source}”; returns could be accepted within ${f.days} days`,
  ),
  'pictures-by-name': message(
    '图片只有文件名',
    'Pictures by name only',
    () => '图片列只是文件名，表里没有图片本身；导入后请到商品里上传',
    () => 'The list only names picture files; add the pictures to the products after the import',
  ),
} satisfies Readonly<Record<string, Message>>
