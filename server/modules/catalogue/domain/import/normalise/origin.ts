import type { Localised } from '#shared/text.ts'
import { narrow } from './number.ts'

export type Origin = { readonly country: string; readonly place: Localised }

const countries: readonly (readonly [RegExp, string])[] = [
  [/^(?:中国|中华人民共和国|china|prc|p\.r\.china|cn)/i, 'CN'],
  [/^(?:越南|vietnam|vn)/i, 'VN'],
  [/^(?:孟加拉国?|bangladesh)/i, 'BD'],
  [/^(?:日本|japan|jp)/i, 'JP'],
  [/^(?:韩国|korea|south korea|kr)/i, 'KR'],
  [/^(?:意大利|italy|it)(?![a-z])/i, 'IT'],
  [/^(?:美国|usa|united states|us)(?![a-z])/i, 'US'],
  [/^(?:德国|germany|de)(?![a-z])/i, 'DE'],
  [/^(?:泰国|thailand)/i, 'TH'],
  [/^(?:印度尼西亚|印尼|indonesia)/i, 'ID'],
  [/^(?:印度|india)/i, 'IN'],
  [/^(?:柬埔寨|cambodia)/i, 'KH'],
]

/** Where goods come from: 福建石狮 is a place in China, 越南 a country. Null: empty. */
export function readOrigin(text: string): Origin | null {
  const written = narrow(text)
    .replace(/^made in\s+/i, '')
    .slice(0, 80)
  if (written === '') return null
  const found = countries.find(([pattern]) => pattern.test(written))
  const place = (found ? written.replace(found[0], '') : written).replace(/^[\s,，·\-/]+/, '')
  const chinese = /\p{Script=Han}/u.test(place)
  return { country: found?.[1] ?? 'CN', place: { zh: chinese ? place : '', en: chinese ? '' : place } }
}
