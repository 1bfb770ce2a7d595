import { facet, garmentClosure, neckline, optional, sleeve } from './attributes.ts'
import { options } from './grow.ts'

export const top = [sleeve, neckline, garmentClosure]
export const length = facet('trouser_length', 'choice', '裤长', 'Trouser length', {
  options: options(
    'long 长裤 Long',
    'ankle 九分裤 Ankle',
    'cropped 七分裤 Cropped',
    'knee 五分裤 Knee length',
    'short 短裤 Short',
  ),
})
export const waist = optional('waist', 'choice', '腰型', 'Waist', {
  options: options(
    'elastic 松紧腰 Elastic',
    'adjustable 可调节腰 Adjustable',
    'fixed 直腰 Fixed',
    'high 高腰护肚 High, over the belly',
  ),
})
export const trousers = [length, waist]
export const splitCrotch = optional('split_crotch', 'choice', '裆型', 'Crotch', {
  options: options('closed 合裆 Closed', 'open 开裆 Split', 'snap 按扣开裆 Snap opening'),
})
export const hood = optional('hood', 'choice', '帽子', 'Hood', {
  options: options('none 无帽 None', 'fixed 连帽 Fixed', 'removable 可脱卸帽 Removable'),
})
export const lined = optional('lined', 'boolean', '有里布', 'Lined')
export const filling = facet('filling', 'choice', '填充物', 'Filling', {
  options: options(
    'duck-down 白鸭绒 White duck down',
    'goose-down 白鹅绒 White goose down',
    'grey-duck-down 灰鸭绒 Grey duck down',
    'cotton 棉 Cotton',
    'polyester 聚酯纤维 Polyester',
  ),
})
export const downContent = facet('down_content', 'number', '绒子含量', 'Down cluster content', { unit: '%' })
export const fillWeight = optional('fill_weight', 'text', '充绒量', 'Fill weight', {
  hint: { zh: '按尺码填写，如 110：72 g，120：76 g', en: 'By size, e.g. 110: 72 g, 120: 76 g' },
})
export const skirtLength = facet('skirt_length', 'choice', '裙长', 'Skirt length', {
  options: options('short 短裙 Short', 'knee 中裙 Knee length', 'long 长裙 Long'),
})
export const pieces = facet('pieces', 'choice', '件数', 'Pieces in the set', {
  options: options('2 两件套 Two', '3 三件套 Three', '4 四件套 Four', '5 五件及以上 Five or more'),
})
