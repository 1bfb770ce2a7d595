import { facet, neededFacet, optional } from './attributes.ts'
import { options } from './grow.ts'

export const upper = neededFacet('upper_material', 'choice', '鞋面材质', 'Upper', {
  options: options(
    'mesh 网布 Mesh',
    'flyknit 飞织 Flyknit',
    'knit 针织 Knit',
    'pu PU革 PU leather',
    'microfibre 超纤 Microfibre leather',
    'leather 牛皮 Cow leather',
    'suede 反绒皮 Suede',
    'nubuck 磨砂皮 Nubuck',
    'patent 漆皮 Patent leather',
    'sheepskin 羊皮 Sheepskin',
    'canvas 帆布 Canvas',
    'eva EVA EVA',
    'pvc PVC PVC',
    'rubber 橡胶 Rubber',
    'textile 布 Textile',
    'satin 绸缎 Satin',
    'plush 毛绒 Plush',
    'other 其他 Other',
  ),
})
export const sole = neededFacet('sole_material', 'choice', '鞋底材质', 'Outsole', {
  options: options(
    'rubber 橡胶 Rubber',
    'md MD Phylon (MD)',
    'eva EVA EVA',
    'tpr TPR TPR',
    'tpu TPU TPU',
    'pu 聚氨酯 PU',
    'pvc PVC PVC',
    'beef-tendon 牛筋 Gum',
    'rubber-md 橡胶+MD Rubber and MD',
    'carbon 碳板+MD Carbon plate and foam',
    'leather 皮底 Leather',
    'popcorn 爆米花 E-TPU',
  ),
})
export const lining = optional('lining_material', 'choice', '内里材质', 'Lining', {
  options: options(
    'textile 布 Textile',
    'mesh 网布 Mesh',
    'pigskin 猪皮 Pigskin',
    'leather 真皮 Leather',
    'pu PU PU',
    'short-plush 短毛绒 Short plush',
    'wool 羊毛 Wool',
    'none 无里 Unlined',
  ),
})
export const closure = facet('closure', 'choice', '闭合方式', 'Closure', {
  options: options(
    'lace-up 系带 Lace-up',
    'slip-on 套脚 Slip-on',
    'velcro 魔术贴 Hook and loop',
    'buckle 扣带 Buckle',
    'dial 旋转纽扣 Dial',
    'elastic 松紧带 Elastic',
    'zip 拉链 Zip',
    'back-strap 后绊带 Slingback',
  ),
})
export const toe = facet('toe', 'choice', '鞋头', 'Toe', {
  options: options(
    'round 圆头 Round',
    'pointed 尖头 Pointed',
    'square 方头 Square',
    'open 鱼嘴 Peep toe',
    'open-toe 露趾 Open',
    'cap 包头 Covered',
  ),
})
export const heel = facet('heel_height', 'choice', '跟高', 'Heel height', {
  options: options(
    'flat 平跟(≤1cm) Flat (up to 1 cm)',
    'low 低跟(1–3cm) Low (1–3 cm)',
    'mid 中跟(3–5cm) Medium (3–5 cm)',
    'high 高跟(5–8cm) High (5–8 cm)',
    'very-high 超高跟(>8cm) Very high (over 8 cm)',
  ),
})
export const heelShape = facet('heel_shape', 'choice', '跟型', 'Heel shape', {
  options: options(
    'stiletto 细跟 Stiletto',
    'block 粗跟 Block',
    'kitten 猫跟 Kitten',
    'wedge 坡跟 Wedge',
    'platform 松糕跟 Platform',
    'cone 酒杯跟 Cone',
    'flat 平跟 Flat',
  ),
})
export const functions = facet('functions', 'choices', '功能', 'Functions', {
  options: options(
    'breathable 透气 Breathable',
    'cushioning 减震 Cushioning',
    'rebound 回弹 Energy return',
    'anti-slip 防滑 Anti-slip',
    'wear-resistant 耐磨 Hard-wearing',
    'lightweight 轻便 Lightweight',
    'waterproof 防水 Waterproof',
    'warm 保暖 Warm',
    'support 支撑 Supportive',
    'height-increasing 增高 Height-increasing',
    'odour-resistant 防臭 Odour-resistant',
    'quick-drying 速干 Quick-drying',
  ),
})
export const shaft = facet('shaft_height', 'choice', '筒高', 'Shaft', {
  options: options(
    'ankle 短筒 Ankle',
    'mid 中筒 Mid-calf',
    'knee 高筒 Knee-high',
    'over-knee 过膝 Over the knee',
  ),
})
export const cut = facet('cut', 'choice', '帮高', 'Cut', {
  options: options('low 低帮 Low', 'mid 中帮 Mid', 'high 高帮 High'),
})
export const construction = optional('construction', 'choice', '制鞋工艺', 'Construction', {
  options: options(
    'cemented 冷粘 Cemented',
    'vulcanised 硫化 Vulcanised',
    'injection 注塑 Injected',
    'stitched 缝制 Stitched',
    'goodyear 固特异 Goodyear welt',
    'moulded 模压 Moulded',
  ),
})
export const sizeMark = facet('size_system', 'choice', '尺码标注', 'Sizes marked in', {
  options: options('eu 欧码 EU', 'cn 中国码(mm) China (mm)', 'us 美码 US', 'uk 英码 UK'),
})
export const ground = facet('ground', 'choices', '适用场地', 'Ground', {
  options: options(
    'road 公路 Road',
    'trail 越野 Trail',
    'track 跑道 Track',
    'indoor 室内 Indoor',
    'outdoor-court 室外场地 Outdoor court',
    'turf 草地 Turf',
  ),
})
