import type { Localised } from '#shared/text.ts'

/** A cloth: its key in the category's options, its name, what it is made of and what it costs against plain cotton. */
export type Fabric = {
  key: string
  name: Localised
  fibres: readonly (readonly [string, number])[]
  costFactor: number
  gramsPerSquareMetre: number
  season: readonly ('spring' | 'summer' | 'autumn' | 'winter' | 'all-year')[]
  thickness: 'thin' | 'regular' | 'thick' | 'fleece-lined' | 'padded'
}

const fabric = (
  key: string,
  zh: string,
  en: string,
  fibres: Fabric['fibres'],
  costFactor: number,
  gramsPerSquareMetre: number,
  season: Fabric['season'],
  thickness: Fabric['thickness'],
): Fabric => ({ key, name: { zh, en }, fibres, costFactor, gramsPerSquareMetre, season, thickness })

const mild = ['spring', 'autumn'] as const
const cold = ['autumn', 'winter'] as const

export const fabrics = {
  combed: fabric('combed-cotton', '精梳棉', 'combed cotton', [['棉', 100]], 1, 180, ['all-year'], 'regular'),
  interlock: fabric(
    'interlock',
    '双面棉',
    'cotton interlock',
    [
      ['棉', 95],
      ['氨纶', 5],
    ],
    1.06,
    210,
    mild,
    'regular',
  ),
  organic: fabric(
    'organic-cotton',
    '有机棉',
    'organic cotton',
    [['有机棉', 100]],
    1.35,
    190,
    ['all-year'],
    'regular',
  ),
  gauze: fabric('gauze', '双层纱布', 'double muslin gauze', [['棉', 100]], 1.1, 120, ['summer'], 'thin'),
  bamboo: fabric(
    'bamboo',
    '竹纤维棉',
    'bamboo viscose blend',
    [
      ['再生纤维素纤维（竹）', 60],
      ['棉', 35],
      ['氨纶', 5],
    ],
    1.22,
    170,
    ['summer'],
    'thin',
  ),
  modal: fabric(
    'modal',
    '莫代尔棉',
    'modal blend',
    [
      ['莫代尔', 48],
      ['棉', 47],
      ['氨纶', 5],
    ],
    1.18,
    180,
    mild,
    'thin',
  ),
  jersey: fabric('cotton', '纯棉汗布', 'cotton jersey', [['棉', 100]], 0.95, 180, ['summer'], 'thin'),
  blend: fabric(
    'cotton-blend',
    '涤棉',
    'cotton blend',
    [
      ['棉', 60],
      ['聚酯纤维', 40],
    ],
    0.82,
    190,
    mild,
    'regular',
  ),
  terry: fabric(
    'terry',
    '毛圈棉',
    'cotton French terry',
    [
      ['棉', 80],
      ['聚酯纤维', 20],
    ],
    1,
    300,
    mild,
    'regular',
  ),
  fleecy: fabric(
    'terry',
    '加绒卫衣布',
    'brushed fleece-back cotton',
    [
      ['棉', 65],
      ['聚酯纤维', 35],
    ],
    1.12,
    360,
    cold,
    'fleece-lined',
  ),
  waffle: fabric(
    'waffle',
    '华夫格',
    'waffle cotton',
    [
      ['棉', 95],
      ['氨纶', 5],
    ],
    1.05,
    220,
    mild,
    'regular',
  ),
  dralon: fabric(
    'dralon',
    '德绒',
    'brushed thermal knit',
    [
      ['腈纶', 45],
      ['再生纤维素纤维（黏纤）', 45],
      ['氨纶', 10],
    ],
    1.15,
    230,
    cold,
    'thick',
  ),
  coral: fabric('coral-fleece', '珊瑚绒', 'coral fleece', [['聚酯纤维', 100]], 0.9, 260, ['winter'], 'thick'),
  poplin: fabric('cotton', '府绸', 'cotton poplin', [['棉', 100]], 1.08, 120, mild, 'thin'),
  pique: fabric(
    'cotton',
    '珠地棉',
    'cotton piqué',
    [
      ['棉', 95],
      ['氨纶', 5],
    ],
    1.06,
    220,
    ['summer'],
    'regular',
  ),
  linen: fabric(
    'linen',
    '棉麻',
    'cotton linen',
    [
      ['棉', 55],
      ['亚麻', 45],
    ],
    1.2,
    150,
    ['summer'],
    'thin',
  ),
  denim: fabric(
    'denim',
    '弹力牛仔布',
    'stretch denim',
    [
      ['棉', 78],
      ['聚酯纤维', 20],
      ['氨纶', 2],
    ],
    1,
    320,
    mild,
    'regular',
  ),
  corduroy: fabric(
    'corduroy',
    '灯芯绒',
    'corduroy',
    [
      ['棉', 98],
      ['氨纶', 2],
    ],
    1.12,
    280,
    cold,
    'thick',
  ),
  yarn: fabric('knit', '棉纱针织', 'cotton knit', [['棉', 100]], 1, 340, mild, 'regular'),
  wool: fabric(
    'wool',
    '羊毛混纺针织',
    'wool-blend knit',
    [
      ['腈纶', 60],
      ['绵羊毛', 30],
      ['锦纶', 10],
    ],
    1.4,
    380,
    ['winter'],
    'thick',
  ),
  shell: fabric(
    'polyester',
    '防泼水春亚纺',
    'water-repellent polyester',
    [['聚酯纤维', 100]],
    1,
    110,
    mild,
    'thin',
  ),
  down: fabric(
    'nylon',
    '锦纶面料90白鸭绒',
    'nylon shell with 90 % white duck down',
    [['锦纶', 100]],
    1.5,
    60,
    ['winter'],
    'padded',
  ),
  padded: fabric(
    'polyester',
    '仿羽绒夹棉',
    'polyester shell with synthetic down',
    [['聚酯纤维', 100]],
    0.9,
    75,
    cold,
    'padded',
  ),
  quickDry: fabric(
    'polyester',
    '速干针织',
    'quick-dry knit',
    [
      ['聚酯纤维', 92],
      ['氨纶', 8],
    ],
    0.95,
    150,
    ['summer'],
    'thin',
  ),
  legging: fabric(
    'cotton-blend',
    '弹力棉',
    'stretch cotton',
    [
      ['棉', 92],
      ['氨纶', 8],
    ],
    1,
    220,
    mild,
    'regular',
  ),
  sock: fabric(
    'combed-cotton',
    '精梳棉',
    'combed cotton',
    [
      ['棉', 78],
      ['聚酯纤维', 18],
      ['氨纶', 4],
    ],
    1,
    160,
    ['all-year'],
    'regular',
  ),
} as const satisfies Record<string, Fabric>
export type FabricName = keyof typeof fabrics
