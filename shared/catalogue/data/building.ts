import type { Category } from '../category.ts'
import { brand, facet, needed, neededFacet, optional, standard } from './attributes.ts'
import { growTree, options } from './grow.ts'

const body = neededFacet('material', 'choice', '主体材质', 'Body material', {
  options: options(
    'brass 黄铜 Brass',
    'copper 精铜 Copper',
    'stainless-304 304不锈钢 Stainless steel 304',
    'stainless-316 316不锈钢 Stainless steel 316',
    'zinc 锌合金 Zinc alloy',
    'abs ABS ABS',
    'ceramic 陶瓷 Ceramic',
    'ppr PPR PP-R',
    'pvc PVC PVC',
    'ductile-iron 球墨铸铁 Ductile iron',
    'aluminium 铝 Aluminium',
  ),
})
const finish = facet('finish', 'choice', '表面处理', 'Finish', {
  options: options(
    'chrome 镀铬 Chrome',
    'brushed 拉丝 Brushed',
    'matt-black 哑黑 Matt black',
    'gun-grey 枪灰 Gunmetal',
    'gold 金色 Gold',
    'white 烤漆白 White lacquer',
    'none 本色 Natural',
  ),
})
const thread = facet('connection', 'choice', '接口规格', 'Connection', {
  options: options(
    'g1-2 G1/2(4分) G1/2',
    'g3-4 G3/4(6分) G3/4',
    'g1 G1(1寸) G1',
    'dn15 DN15 DN15',
    'dn20 DN20 DN20',
    'dn25 DN25 DN25',
    'dn50 DN50 DN50',
    'dn110 DN110 DN110',
  ),
})
const waterLabel = facet('water_efficiency', 'choice', '水效等级', 'Water efficiency', {
  options: options('1 1级 Grade 1', '2 2级 Grade 2', '3 3级 Grade 3', 'na 不适用 Not applicable'),
})
const warranty = optional('warranty_years', 'number', '质保', 'Warranty', { unit: 'a' })

/** 水暖厨卫 of Nan'an. */
export const plumbing = growTree({
  id: 'plumbing',
  zh: '水暖厨卫',
  en: 'Plumbing, kitchen and bath',
  also: '水暖|卫浴|厨卫|洁具|阀门|plumbing|sanitary ware',
  units: ['piece', 'set', 'metre', 'box'],
  rules: ['test-report'],
  attributes: [body, finish, standard('如 GB 18145、GB/T 8464', 'e.g. GB 18145, GB/T 8464'), warranty, brand],
  children: [
    {
      id: 'basin-taps',
      zh: '面盆龙头',
      en: 'Basin taps',
      also: '水龙头|面盆龙头|抽拉龙头|感应龙头|basin faucet|tap|mixer',
      attributes: [thread, waterLabel],
    },
    {
      id: 'kitchen-taps',
      zh: '厨房龙头',
      en: 'Kitchen taps',
      also: '厨房龙头|菜盆龙头|冷热龙头|kitchen faucet|sink mixer',
      attributes: [thread, waterLabel],
    },
    {
      id: 'showers',
      zh: '花洒淋浴',
      en: 'Showers',
      also: '花洒|淋浴花洒|顶喷|恒温花洒|shower set|shower head|thermostatic shower',
      attributes: [thread, waterLabel],
    },
    {
      id: 'angle-valves',
      zh: '角阀/三角阀',
      en: 'Angle valves',
      also: '角阀|三角阀|八字阀|angle stop',
      attributes: [thread],
    },
    {
      id: 'valves',
      zh: '阀门',
      en: 'Valves',
      also: '球阀|闸阀|止回阀|减压阀|ball valve|gate valve|check valve',
      attributes: [thread, optional('pressure', 'number', '公称压力', 'Nominal pressure', { unit: 'MPa' })],
    },
    {
      id: 'pipes-fittings',
      zh: '管材管件',
      en: 'Pipes and fittings',
      also: '水管|管件|接头|弯头|波纹管|软管|pipe|fitting|elbow|hose',
      attributes: [thread],
    },
    {
      id: 'floor-drains',
      zh: '地漏/下水',
      en: 'Floor drains and wastes',
      also: '地漏|下水器|去水|floor drain|pop-up waste',
    },
    {
      id: 'toilets-basins',
      zh: '马桶/面盆',
      en: 'Toilets and basins',
      also: '马桶|智能马桶|坐便器|洗手盆|台盆|toilet|smart toilet|wash basin',
      attributes: [waterLabel],
    },
    { id: 'kitchen-sinks', zh: '水槽', en: 'Kitchen sinks', also: '菜盆|洗菜盆|不锈钢水槽|kitchen sink' },
    {
      id: 'bathroom-hardware',
      zh: '卫浴挂件',
      en: 'Bathroom hardware',
      also: '毛巾架|置物架|纸巾架|挂钩|towel rail|paper holder|bathroom accessories',
    },
  ],
}) satisfies Category[]

const stoneKind = neededFacet('stone_kind', 'choice', '石种', 'Stone', {
  options: options(
    'granite 花岗岩 Granite',
    'marble 大理石 Marble',
    'quartz 石英石 Quartz',
    'sintered 岩板 Sintered stone',
    'limestone 石灰石 Limestone',
    'travertine 洞石 Travertine',
    'slate 板岩 Slate',
    'onyx 玉石 Onyx',
    'terrazzo 水磨石 Terrazzo',
    'basalt 玄武岩 Basalt',
  ),
})
const surface = neededFacet('surface', 'choice', '表面加工', 'Surface', {
  options: options(
    'polished 光面 Polished',
    'honed 哑光面 Honed',
    'flamed 火烧面 Flamed',
    'bush-hammered 荔枝面 Bush-hammered',
    'leathered 皮革面 Leathered',
    'split 自然面 Split',
    'sandblasted 喷砂面 Sandblasted',
    'antiqued 仿古面 Antiqued',
  ),
})
const radiation = neededFacet('radionuclide_class', 'choice', '放射性类别', 'Radionuclide class', {
  options: options('A A类 Class A', 'B B类 Class B', 'C C类 Class C'),
  hint: { zh: '按 GB 6566', en: 'By GB 6566' },
})

/** 石材 of Nan'an Shuitou. */
export const stone = growTree({
  id: 'stone',
  zh: '石材',
  en: 'Stone',
  also: '石板|石料|stone|natural stone',
  units: ['square-metre', 'piece', 'metre', 'set'],
  rules: ['test-report'],
  attributes: [
    stoneKind,
    surface,
    radiation,
    needed('thickness_mm', 'number', '厚度', 'Thickness', { unit: 'mm' }),
    facet('colour_family', 'choice', '色系', 'Colour family', {
      options: options(
        'white 白 White',
        'black 黑 Black',
        'grey 灰 Grey',
        'beige 米黄 Beige',
        'brown 棕 Brown',
        'red 红 Red',
        'green 绿 Green',
        'blue 蓝 Blue',
      ),
    }),
    optional('block_number', 'text', '荒料号', 'Block number'),
    optional('quarry', 'text', '产地矿山', 'Quarry'),
    standard('如 GB/T 18601、GB/T 19766', 'e.g. GB/T 18601, GB/T 19766'),
  ],
  children: [
    {
      id: 'stone-slabs',
      zh: '大板',
      en: 'Slabs',
      also: '石材大板|毛光板|大理石大板|花岗岩大板|slab|marble slab|granite slab',
      units: ['square-metre'],
    },
    {
      id: 'stone-tiles',
      zh: '规格板',
      en: 'Cut-to-size tiles',
      also: '工程板|薄板|石材地砖|tile|cut-to-size|paving',
      units: ['square-metre'],
    },
    {
      id: 'countertops',
      zh: '台面板',
      en: 'Countertops',
      also: '橱柜台面|洗手台面|窗台板|countertop|vanity top|window sill',
    },
    {
      id: 'stone-mosaic',
      zh: '水刀拼花/马赛克',
      en: 'Mosaic and waterjet',
      also: '水刀拼花|马赛克|medallion|mosaic',
      units: ['square-metre', 'piece'],
    },
    {
      id: 'stone-carving',
      zh: '石雕/异形',
      en: 'Carvings and shaped stone',
      also: '石雕|罗马柱|线条|壁炉|carving|column|moulding|fireplace',
      units: ['piece', 'set', 'metre'],
    },
    {
      id: 'kerb-paving',
      zh: '路沿石/铺路石',
      en: 'Kerbs and setts',
      also: '路沿石|路牙石|小方块|kerbstone|cobblestone|setts',
      units: ['metre', 'square-metre', 'piece'],
    },
    {
      id: 'tombstones',
      zh: '墓碑石',
      en: 'Monuments',
      also: '墓碑|纪念碑|tombstone|monument|headstone',
      units: ['piece', 'set'],
    },
  ],
}) satisfies Category[]
