import type { Category } from '../category.ts'
import { brand, facet, needed, optional, standard } from './attributes.ts'
import { growTree, options } from './grow.ts'

const storage = facet('storage_condition', 'choice', '贮存条件', 'Storage', {
  options: options(
    'ambient 常温 Ambient',
    'cool 阴凉干燥 Cool and dry',
    'chilled 冷藏 Chilled',
    'frozen 冷冻 Frozen',
  ),
})
const packing = optional('packing', 'choice', '包装方式', 'Packing', {
  options: options(
    'bag 袋装 Bag',
    'box 盒装 Box',
    'tin 罐装 Tin',
    'bulk 散装称重 Loose',
    'gift 礼盒 Gift box',
  ),
})

/** 食品: short, for the snack makers of Jinjiang and their neighbours. */
export const food = growTree({
  id: 'food',
  zh: '食品',
  en: 'Food and snacks',
  also: '饮食|休闲食品|零食|食品饮料|food|snacks',
  units: ['box', 'piece', 'kilogram', 'set'],
  attributes: [
    needed('net_content', 'text', '净含量', 'Net content'),
    needed('shelf_life_days', 'number', '保质期', 'Shelf life', { unit: 'd' }),
    needed('ingredients', 'text', '配料', 'Ingredients'),
    needed('food_licence', 'text', '食品生产许可证编号', 'Food production licence no.', {
      hint: { zh: 'SC 开头加 14 位数字', en: 'SC followed by 14 digits' },
    }),
    storage,
    packing,
    standard('如 GB/T 20977、GB 17401', 'e.g. GB/T 20977, GB 17401'),
    brand,
  ],
  children: [
    { id: 'nuts', zh: '炒货坚果', en: 'Nuts and seeds', also: '炒货|坚果|瓜子|核桃|腰果|nuts|seeds' },
    {
      id: 'snacks',
      zh: '休闲小食',
      en: 'Snacks',
      also: '小食|膨化食品|海苔|薯片|辣条|crisps|puffed snacks|seaweed',
    },
    {
      id: 'confectionery',
      zh: '糖果巧克力',
      en: 'Sweets and chocolate',
      also: '糖巧|糖果|巧克力|软糖|果冻|candy|chocolate|jelly|夏日甜心',
    },
    {
      id: 'pastries',
      zh: '糕点饼干',
      en: 'Pastries and biscuits',
      also: '糕点|饼干|蛋黄酥|面包|cookies|cakes|biscuits',
    },
    {
      id: 'dried-fruit',
      zh: '果干蜜饯',
      en: 'Dried and candied fruit',
      also: '果干|蜜饯|话梅|芒果干|dried fruit|preserved plums',
    },
    { id: 'meat-snacks', zh: '肉制品', en: 'Meat snacks', also: '肉脯|肉干|牛肉干|香肠|jerky|sausage' },
    { id: 'tea', zh: '茗茶', en: 'Tea', also: '茶叶|铁观音|红茶|绿茶|乌龙茶|green tea|oolong' },
    {
      id: 'instant-drinks',
      zh: '冲饮',
      en: 'Instant drinks',
      also: '麦片|咖啡|蜂蜜|豆浆粉|coffee|cereal|honey',
    },
    { id: 'groceries', zh: '食材', en: 'Groceries', also: '大米|面条|干货|粮油|rice|noodles|dry goods' },
    { id: 'seasonings', zh: '调味', en: 'Seasonings', also: '调味品|酱料|酱油|食醋|sauce|seasoning|vinegar' },
  ],
}) satisfies Category[]
