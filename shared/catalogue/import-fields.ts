import type { TargetField } from '#shared/catalogue/import.ts'
import type { Localised } from '#shared/text.ts'

const name = (zh: string, en: string): Localised => ({ zh, en })

/** What a column may mean, in the words of the mapping step. */
export const fieldNames: Readonly<Record<TargetField, Localised>> = {
  styleNo: name('款号', 'Style number'),
  articleNo: name('规格货号', 'Article number'),
  titleZh: name('商品标题', 'Chinese title'),
  titleEn: name('英文标题', 'English title'),
  category: name('类目', 'Category'),
  colour: name('颜色', 'Colour'),
  size: name('尺码', 'Size'),
  composition: name('成分', 'Composition'),
  safetyClass: name('安全类别', 'Safety class'),
  season: name('季节', 'Season'),
  unit: name('单位', 'Unit'),
  moq: name('起订量', 'Minimum order'),
  price: name('单价', 'Unit price'),
  tierPrice: name('阶梯价', 'Quantity price'),
  retailPrice: name('零售价（不导入）', 'Retail price (not imported)'),
  stock: name('库存', 'Stock'),
  sizeStock: name('尺码库存', 'Stock of a size'),
  barcode: name('条码', 'Barcode'),
  cartonQuantity: name('每箱数量', 'Carton quantity'),
  weight: name('重量', 'Weight'),
  origin: name('产地', 'Origin'),
  image: name('图片', 'Pictures'),
  description: name('描述', 'Description'),
  attribute: name('类目属性', 'Attribute'),
  line: name('写进描述', 'Line of the description'),
  packNote: name('包装（一手）', 'Pack'),
  mixedBatch: name('混批', 'Mixed batch'),
  samplePrice: name('样品价', 'Sample price'),
  leadTime: name('发货时间', 'Lead time'),
  hsCode: name('海关编码', 'HS code'),
  currency: name('币种', 'Currency'),
  note: name('备注', 'Note'),
  ignore: name('不导入', 'Not imported'),
}
