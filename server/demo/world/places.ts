import type { Localised } from '#shared/text.ts'

/** Divisions of Quanzhou with the towns and streets whose names are used in invented addresses (GB/T 2260). */
export type Place = { division: string; city: Localised; area: Localised; road: Localised }

const place = (
  division: string,
  city: [string, string],
  area: [string, string],
  road: [string, string],
): Place => ({
  division,
  city: { zh: city[0], en: city[1] },
  area: { zh: area[0], en: area[1] },
  road: { zh: road[0], en: road[1] },
})

const shishi: [string, string] = ['石狮市', 'Shishi']
const jinjiang: [string, string] = ['晋江市', 'Jinjiang']
const fengze: [string, string] = ['泉州市丰泽区', 'Fengze, Quanzhou']
const luojiang: [string, string] = ['泉州市洛江区', 'Luojiang, Quanzhou']

export const shishiPlaces: readonly Place[] = [
  place('350581', shishi, ['凤里街道', 'Fengli'], ['织造巷', 'Zhizao Lane']),
  place('350581', shishi, ['湖滨街道', 'Hubin'], ['童衣路', 'Tongyi Road']),
  place('350581', shishi, ['灵秀镇', 'Lingxiu'], ['厝前路', 'Cuoqian Road']),
  place('350581', shishi, ['宝盖镇', 'Baogai'], ['榕荫路', 'Rongyin Road']),
  place('350581', shishi, ['蚶江镇', 'Hanjiang'], ['渔湾路', 'Yuwan Road']),
  place('350581', shishi, ['永宁镇', 'Yongning'], ['海门路', 'Haimen Road']),
  place('350581', shishi, ['鸿山镇', 'Hongshan'], ['染坊路', 'Ranfang Road']),
  place('350581', shishi, ['锦尚镇', 'Jinshang'], ['纱线路', 'Shaxian Road']),
  place('350582', jinjiang, ['英林镇', 'Yinglin'], ['裁衣路', 'Caiyi Road']),
]

export const shoePlaces: readonly Place[] = [
  place('350582', jinjiang, ['陈埭镇', 'Chendai'], ['鞋材路', 'Xiecai Road']),
  place('350582', jinjiang, ['池店镇', 'Chidian'], ['桥南路', 'Qiaonan Road']),
  place('350582', jinjiang, ['西滨镇', 'Xibin'], ['鞋楦路', 'Xiexuan Road']),
  place('350582', jinjiang, ['青阳街道', 'Qingyang'], ['步云路', 'Buyun Road']),
  place('350503', fengze, ['北峰街道', 'Beifeng'], ['丰步路', 'Fengbu Road']),
  place('350504', luojiang, ['双阳街道', 'Shuangyang'], ['阳山路', 'Yangshan Road']),
]

/** "福建省石狮市灵秀镇厝前路18号" and its English. */
export const addressAt = (where: Place, number: number): Localised => ({
  zh: `福建省${where.city.zh}${where.area.zh}${where.road.zh}${number}号`,
  en: `No. ${number}, ${where.road.en}, ${where.area.en}, ${where.city.en}, Fujian`,
})
