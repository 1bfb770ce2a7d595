import type { Localised } from '#shared/text.ts'

export type Carrier = { code: string; name: Localised; kind: 'express' | 'freight' | 'international' }

const carrier = (code: string, zh: string, en: string, kind: Carrier['kind'] = 'express'): Carrier => ({
  code,
  name: { zh, en },
  kind,
})

/** Carriers (承运商) that a shop may name when it ships: parcel services, road freight (零担), and international ones. */
export const carriers: readonly Carrier[] = [
  carrier('shunfeng', '顺丰速运', 'SF Express'),
  carrier('zhongtong', '中通快递', 'ZTO Express'),
  carrier('yuantong', '圆通速递', 'YTO Express'),
  carrier('shentong', '申通快递', 'STO Express'),
  carrier('yunda', '韵达快递', 'Yunda Express'),
  carrier('jtexpress', '极兔速递', 'J&T Express'),
  carrier('jd', '京东快递', 'JD Express'),
  carrier('ems', '邮政 EMS', 'China Post EMS'),
  carrier('youzhengguonei', '邮政包裹', 'China Post Parcel'),
  carrier('debangkuaidi', '德邦快递', 'Deppon Express'),
  carrier('fengwang', '丰网速运', 'Fengwang Express'),
  carrier('zhaijisong', '宅急送', 'ZJS Express'),
  carrier('debangwuliu', '德邦物流', 'Deppon Logistics', 'freight'),
  carrier('annengwuliu', '安能物流', 'ANE Logistics', 'freight'),
  carrier('yimidida', '壹米滴答', 'Yimidida', 'freight'),
  carrier('zhongtongkuaiyun', '中通快运', 'ZTO Freight', 'freight'),
  carrier('yundakuaiyun', '韵达快运', 'Yunda Freight', 'freight'),
  carrier('baishiwuliu', '百世快运', 'Best Freight', 'freight'),
  carrier('kuayue', '跨越速运', 'KYE Express', 'freight'),
  carrier('sxjdfreight', '顺心捷达', 'SX Freight', 'freight'),
  carrier('shenghuiwuliu', '盛辉物流', 'Shenghui Logistics', 'freight'),
  carrier('xfwl', '信丰物流', 'Xinfeng Logistics', 'freight'),
  carrier('tiandihuayu', '天地华宇', 'Hoau Logistics', 'freight'),
  carrier('zhuanxian', '专线物流', 'Dedicated trucking line', 'freight'),
  carrier('zisong', '店铺自送', 'Delivered by the shop', 'freight'),
  carrier('dhl', 'DHL 国际快递', 'DHL Express', 'international'),
  carrier('ups', 'UPS 国际快递', 'UPS', 'international'),
  carrier('fedex', 'FedEx 联邦快递', 'FedEx', 'international'),
  carrier('tnt', 'TNT 快递', 'TNT', 'international'),
  carrier('aramex', 'Aramex', 'Aramex', 'international'),
  carrier('yuntrack', '云途物流', 'YunExpress', 'international'),
  carrier('haiyun', '海运（货代）', 'Sea freight (forwarder)', 'international'),
]

/** The carrier of a code, or undefined. */
export const carrierOf = (code: string): Carrier | undefined => carriers.find((each) => each.code === code)
