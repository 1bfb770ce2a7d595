import type { Localised } from '#shared/text.ts'
import type { ShoeBlueprint, Variant } from './blueprint.ts'

export const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
export const men = range(39, 44)
export const women = range(35, 40)
export const children = range(26, 37)
export const toddlers = range(20, 27)

export const variant = (
  zh: string,
  en: string,
  cut: Variant['cut'],
  closure: string,
  price = 1,
  more: Record<string, string> = {},
): Variant => ({
  words: { zh, en },
  cut,
  attributes: { closure, ...more },
  price,
})

export const words = (zh: string, en: string): Localised => ({ zh, en })
export const mesh = ['mesh', words('网布', 'mesh')] as const
export const flyknit = ['flyknit', words('飞织', 'flyknit')] as const
export const microfibre = ['microfibre', words('超纤', 'microfibre leather')] as const
export const pu = ['pu', words('PU革', 'PU leather')] as const
export const leather = ['leather', words('头层牛皮', 'full-grain leather')] as const
export const suede = ['suede', words('反绒皮', 'suede')] as const
export const canvas = ['canvas', words('帆布', 'canvas')] as const
export const eva = ['eva', words('EVA', 'EVA')] as const
export const plush = ['plush', words('毛绒', 'plush')] as const

export const white = '#F7F2E8'
export const gum = '#B98D5E'
export const dark = '#3B3632'
export const md = ['md', white] as const
export const rubberMd = ['rubber-md', white] as const
export const rubber = ['rubber', white] as const
export const gumSole = ['beef-tendon', gum] as const
export const darkRubber = ['rubber', dark] as const
export const evaSole = ['eva', white] as const

type Seed = Omit<ShoeBlueprint, 'goods' | 'unit' | 'moq'> & Partial<Pick<ShoeBlueprint, 'moq'>>
export const shoe = (seed: Seed): ShoeBlueprint => ({
  goods: 'shoe',
  unit: 'pair',
  moq: [10, 20, 20, 30, 36],
  ...seed,
})
export const mild = ['spring', 'autumn']
export const laced = variant('系带', 'lace-up', { front: 'laces' }, 'lace-up')
