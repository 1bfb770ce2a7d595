import type { Localised } from '#shared/text.ts'

/** A colour as the trade calls it and as it is drawn: muted, so that forty pictures stand together. */
export type Shade = { name: Localised; short: string; hex: string }

const shade = (zh: string, short: string, en: string, hex: string): Shade => ({
  name: { zh, en },
  short,
  hex,
})

export const shades = {
  oat: shade('燕麦米', '米', 'Oat', '#E3D5C0'),
  cream: shade('奶油白', '白', 'Cream', '#F1ECE2'),
  white: shade('本白', '白', 'White', '#F6F3EE'),
  dustyPink: shade('豆沙粉', '粉', 'Dusty pink', '#C9968C'),
  sakura: shade('樱花粉', '粉', 'Blossom pink', '#E2BFBA'),
  haze: shade('雾霾蓝', '蓝', 'Haze blue', '#8FA9BC'),
  sky: shade('浅湖蓝', '蓝', 'Lake blue', '#AFC6D1'),
  sage: shade('鼠尾草绿', '绿', 'Sage', '#A9B79A'),
  mint: shade('薄荷绿', '绿', 'Mint', '#BBD0C0'),
  forest: shade('墨绿', '绿', 'Forest green', '#5D7155'),
  olive: shade('橄榄绿', '绿', 'Olive', '#8A8A5C'),
  mustard: shade('芥末黄', '黄', 'Mustard', '#CDA551'),
  butter: shade('黄油黄', '黄', 'Butter yellow', '#E8D49A'),
  caramel: shade('焦糖棕', '棕', 'Caramel', '#B58555'),
  coffee: shade('咖啡', '棕', 'Coffee', '#85664E'),
  brick: shade('砖红', '红', 'Brick red', '#B5604A'),
  wine: shade('酒红', '红', 'Wine red', '#7E3F42'),
  lavender: shade('浅丁香紫', '紫', 'Lavender', '#C0B7D3'),
  plum: shade('灰紫', '紫', 'Dusty plum', '#8E7A90'),
  lightGrey: shade('浅灰', '灰', 'Light grey', '#C9C6C0'),
  charcoal: shade('炭灰', '灰', 'Charcoal', '#5A5957'),
  navy: shade('藏青', '蓝', 'Navy', '#3E4D63'),
  deepSea: shade('深海蓝', '蓝', 'Deep sea blue', '#4F7189'),
  black: shade('黑色', '黑', 'Black', '#35322F'),
  khaki: shade('卡其', '卡', 'Khaki', '#C3AC86'),
  midDenim: shade('中牛仔蓝', '蓝', 'Mid-wash blue', '#64809C'),
  darkDenim: shade('原色靛蓝', '蓝', 'Raw indigo', '#3F5068'),
  lightDenim: shade('浅牛仔蓝', '蓝', 'Light-wash blue', '#9DB2C4'),
} as const satisfies Record<string, Shade>
export type ShadeName = keyof typeof shades

export const babyShades: readonly ShadeName[] = [
  'oat',
  'cream',
  'dustyPink',
  'sakura',
  'haze',
  'sky',
  'sage',
  'mint',
  'butter',
  'caramel',
  'lavender',
  'lightGrey',
  'mustard',
  'deepSea',
]
export const childShades: readonly ShadeName[] = [
  'oat',
  'cream',
  'dustyPink',
  'haze',
  'sage',
  'forest',
  'mustard',
  'caramel',
  'coffee',
  'brick',
  'lavender',
  'plum',
  'lightGrey',
  'charcoal',
  'navy',
  'deepSea',
  'black',
  'khaki',
  'olive',
  'white',
]
export const denimShades: readonly ShadeName[] = ['midDenim', 'darkDenim', 'lightDenim', 'charcoal', 'black']
export const sportShades: readonly ShadeName[] = [
  'black',
  'white',
  'lightGrey',
  'charcoal',
  'navy',
  'haze',
  'sage',
  'brick',
  'oat',
  'mustard',
  'lavender',
  'deepSea',
]
export const leatherShades: readonly ShadeName[] = [
  'black',
  'coffee',
  'caramel',
  'wine',
  'oat',
  'navy',
  'white',
  'khaki',
]
export const outdoorShades: readonly ShadeName[] = [
  'khaki',
  'olive',
  'charcoal',
  'black',
  'coffee',
  'forest',
  'navy',
]
export const ladiesShades: readonly ShadeName[] = [
  'black',
  'oat',
  'sakura',
  'white',
  'wine',
  'caramel',
  'dustyPink',
  'khaki',
]

/** Every colour, for the few styles that come in all of them. */
export const allShades = Object.keys(shades) as ShadeName[]

/** "黑白拼色", "藏青拼奶油白": how the trade names two colours on one piece. */
export function twoTone(base: Shade, accent: Shade): Localised {
  const mono = base.short !== accent.short && /[黑白灰]/.test(base.short) && /[黑白灰]/.test(accent.short)
  return {
    zh: mono ? `${base.short}${accent.short}拼色` : `${base.name.zh}拼${accent.name.zh}`,
    en: `${base.name.en} and ${accent.name.en.toLowerCase()}`,
  }
}
