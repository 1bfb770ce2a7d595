import type { plainTargetFields } from '#shared/catalogue/import.ts'

export type PlainField = (typeof plainTargetFields)[number]

/** Headers that suppliers write, by what they mean. The first words of a line are the trade's own names of the field. */
const words: Readonly<Partial<Record<PlainField, string>>> = {
  styleNo:
    '款号|货号|款式编号|商品编号|产品编号|商品货号|产品货号|编号|款式号|型号|style|style no|' +
    'style number|style code|item no|item number|article|article number|product code|' +
    'product id|product no|model|model no|spu|handle|id|商品id|商品编码|产品编码|款式编码',
  articleNo:
    'sku|sku编码|sku code|sku no|sku id|skuid|单品编码|规格编码|单品货号|sku货号|商家编码|' + 'variant sku',
  titleZh:
    '商品名称|品名|名称|产品名称|商品标题|标题|款名|商品名|货品名称|中文名称|中文标题|' +
    '款式名称|产品名|title|name|product name|product|product title|item name|item|goods name|' +
    'subject|title zh|name zh',
  titleEn: '英文名称|英文标题|英文品名|english name|english title|title en|name en',
  category:
    '类目|分类|品类|商品分类|类别|商品类目|产品类别|产品分类|大类|小类|category|categories|' +
    'product type|type|department|collection',
  colour: '颜色|色|花色|颜色名称|颜色分类|色号|主色|color|colour|colors|colours|colour name|' + 'color name',
  size: '尺码|码数|尺寸|码|尺码规格|号型|规格|身高|尺码cm|size|sizes|size code|eu size|spec',
  composition:
    '成分|成份|成分含量|面料成分|面料成份|材质成分|面料|材质|材料|面料材质|纤维成分|纤维含量|' +
    'composition|material|materials|fabric|fabric composition|material composition',
  safetyClass:
    '安全类别|安全技术类别|安全等级|安全技术等级|安全级别|安全技术|safety class|' + 'safety category|safety',
  season: '季节|适用季节|适合季节|季|season|seasons',
  unit: '单位|计量单位|销售单位|unit|sale unit|uom',
  moq:
    '起批量|起订量|起批数|起批|最小起订量|最低起订量|起订数|起售量|最小订货量|最小起批量|moq|' +
    'minimum order|min order|minimum order quantity|min qty|min order qty',
  price:
    '批发价|单价|价格|拿货价|供货价|出厂价|价|批价|成交价|含税价|含税单价|代理价|销售价|' +
    '批发单价|拿货单价|批发价1|price|unit price|wholesale price|wholesale|cost|fob price|fob|' +
    'unit cost|trade price',
  retailPrice:
    '零售价|建议零售价|吊牌价|市场价|划线价|原价|统一零售价|retail price|list price|msrp|rrp|' +
    'retail|market price|compare at price',
  stock:
    '库存|现货|库存数|库存数量|现货数量|数量|可售库存|可用库存|现有库存|在库|stock|inventory|' +
    'quantity|qty|on hand|available|stock qty|stock quantity|inventory quantity',
  barcode: '条码|条形码|商品条码|国际条码|69码|barcode|bar code|ean|ean13|upc|gtin',
  cartonQuantity:
    '每箱件数|装箱数|箱规|装箱量|每箱数量|箱装数|每箱双数|carton quantity|carton qty|' +
    'pcs per carton|pcs/ctn|units per carton|case pack',
  weight:
    '单件重量|重量|克重g|毛重|净重|单重|商品重量|单品重量|weight|unit weight|gross weight|' + 'net weight',
  origin: '产地|原产地|产地城市|货源地|发货地|origin|country of origin|made in|place of origin',
  image:
    '图片|主图|图|商品图|产品图|商品图片|产品图片|图片名称|照片|image|images|picture|photo|' +
    'image url|file name|filename|image file|main image',
  description:
    '描述|商品描述|详情|卖点|简介|产品描述|商品详情|产品介绍|description|details|body|brief|' +
    'selling points|detail text|summary',
  packNote:
    '包装|一手|手数|配码|打包|每手|装法|一手件数|每手件数|配比|pack|packing|packaging|' +
    'pack ratio|assortment|prepack',
  mixedBatch: '混批|是否混批|支持混批|可混批|混批规则|mixed batch|mix|mixed order',
  samplePrice: '样品价|样衣价|拿样价|打样价|样品价格|sample price|sample cost',
  leadTime:
    '发货时间|货期|交期|发货周期|发货期|发货天数|交货期|出货时间|lead time|delivery time|' +
    'handling time|dispatch time',
  hsCode: '海关编码|hs编码|hs code|hscode|商品编码hs|customs code|tariff code',
  currency: '币种|货币|币别|结算货币|currency|currency code',
  note: '备注|说明|备注说明|注|其他说明|note|notes|remark|remarks|comment|comments',
  ignore:
    '序号|行号|原行号|要修改的原因|original row|reasons|仓位|库位|货位|操作|合计|小计|总计|金额|总额|总金额|总数|index|total|subtotal|' +
    'amount|row|detail image count',
}

export const headerWords: readonly (readonly [PlainField, readonly string[]])[] = (
  Object.keys(words) as PlainField[]
).map((field) => [field, words[field]?.split('|') ?? []])
