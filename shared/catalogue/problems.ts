import type { ProblemCatalogue } from '#shared/problem.ts'

/** Refusals of the catalogue. What is wrong inside a listing has its own closed list (listing-problem.ts). */
export const catalogueProblems = {
  'catalogue/style-no-taken': {
    status: 409,
    title: { zh: '货号已被使用', en: 'Style number already used' },
    detail: {
      zh: (f) => `本店已有货号为“${f['styleNo'] ?? ''}”的商品，请改用其他货号或编辑原商品。`,
      en: (f) =>
        `This shop already has a product with style number “${f['styleNo'] ?? ''}”. Choose another, or edit that product.`,
    },
  },
  'catalogue/sku-twice': {
    status: 422,
    title: { zh: '规格重复', en: 'The same SKU twice' },
    detail: {
      zh: () => '同一颜色与尺码、或同一规格货号只能出现一次。',
      en: () => 'A colour and size, and an article number, may stand only once in a product.',
    },
  },
  'catalogue/sku-in-orders': {
    status: 409,
    title: { zh: '规格已有订单占用', en: 'SKU is held by orders' },
    detail: {
      zh: (f) => `有 ${f['reserved'] ?? ''} 件已被订单占用的规格不能删除。`,
      en: (f) => `A SKU with ${f['reserved'] ?? 'some'} pieces held by orders cannot be removed.`,
    },
  },
  'catalogue/unknown-media': {
    status: 422,
    title: { zh: '图片不存在', en: 'Unknown picture' },
    detail: { zh: () => '请先把图片上传到本店。', en: () => 'Upload the picture to this shop first.' },
  },
  'catalogue/unknown-category': { status: 422, title: { zh: '没有这个类目', en: 'Unknown category' } },
  'catalogue/unknown-sku': { status: 422, title: { zh: '没有这个规格', en: 'Unknown SKU' } },
  'catalogue/move-not-allowed': {
    status: 409,
    title: { zh: '当前状态不能这样操作', en: 'Not possible in this state' },
    detail: {
      zh: (f) => `商品现在的状态是“${f['status'] ?? ''}”。`,
      en: (f) => `The product is now “${f['status'] ?? ''}”.`,
    },
  },
  'catalogue/listing-has-errors': {
    status: 422,
    title: { zh: '商品资料还有错误', en: 'The listing still has errors' },
    detail: {
      zh: (f) => `有 ${f['count'] ?? 1} 处必须改正，见 errors。`,
      en: (f) => `${f['count'] ?? 1} thing(s) must be corrected; see errors.`,
    },
  },
  'catalogue/shop-not-open': {
    status: 409,
    title: { zh: '店铺未在营业', en: 'The shop is not open' },
    detail: {
      zh: () => '店铺开业后才能上架商品。',
      en: () => 'Products can be listed once the shop is open.',
    },
  },
  'catalogue/shop-not-verified': {
    status: 409,
    title: { zh: '企业身份核验已到期', en: 'The enterprise’s verification is overdue' },
    detail: {
      zh: () => '企业身份须每六个月核验一次。请先完成核验，再上架商品。',
      en: () =>
        'An enterprise is verified every six months. Have the verification renewed, then list products.',
    },
  },
  'catalogue/stock-below-reserved': {
    status: 409,
    title: { zh: '库存不能低于已占用数量', en: 'Stock below what is reserved' },
    detail: {
      zh: (f) => `至少要保留已被订单占用的 ${f['reserved'] ?? ''} 件。`,
      en: (f) => `At least the ${f['reserved'] ?? ''} reserved for orders must remain.`,
    },
  },
  'catalogue/not-enough-stock': {
    status: 409,
    title: { zh: '库存不足', en: 'Not enough stock' },
    detail: {
      zh: (f) => `有 ${Array.isArray(f['skuIds']) ? f['skuIds'].length : 1} 个规格库存不足。`,
      en: (f) =>
        `${Array.isArray(f['skuIds']) ? f['skuIds'].length : 1} SKU(s) have less than was asked for.`,
    },
  },
  'catalogue/hold-not-open': {
    status: 409,
    title: { zh: '库存占用已结束', en: 'The stock hold has ended' },
  },
  'catalogue/report-number-taken': {
    status: 409,
    title: { zh: '检测报告编号已登记', en: 'Test report already recorded' },
  },
  'catalogue/report-dates': {
    status: 422,
    title: { zh: '有效期早于签发日期', en: 'Expires before it was issued' },
  },
  'catalogue/report-in-use': {
    status: 409,
    title: { zh: '在售商品正在使用该报告', en: 'A listed product rests on this report' },
  },
  'catalogue/import-not-ready': {
    status: 409,
    title: { zh: '当前状态不能这样操作', en: 'Not possible in this state' },
    detail: {
      zh: (f) => `导入任务现在的状态是“${f['state'] ?? ''}”。`,
      en: (f) => `The import is now “${f['state'] ?? ''}”.`,
    },
  },
  'catalogue/import-nothing': {
    status: 422,
    title: { zh: '没有可以导入的商品', en: 'Nothing to import' },
    detail: {
      zh: () => '所有行都需要先改正。',
      en: () => 'Every row needs a correction first.',
    },
  },
} as const satisfies ProblemCatalogue
