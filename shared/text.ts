import { z } from 'zod'

/** The two languages of every market. Chinese is the first language; English is complete. */
export const locales = ['zh', 'en'] as const
export type Locale = (typeof locales)[number]
export const Locale = z.enum(locales)

/** A text in both languages. `en` may be empty where a seller wrote Chinese only; readers fall back to `zh`, and the other way round. */
export const Localised = z.strictObject({ zh: z.string(), en: z.string() })
export type Localised = z.infer<typeof Localised>

/** The text in the reader's language, or in the other one when the first is empty. */
export function inLocale(text: Localised, locale: Locale): string {
  return text[locale] || text[locale === 'zh' ? 'en' : 'zh']
}

// Bidirectional controls and invisible joiners let a name read as another one: refused in names (reliability F3).
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u

/** Whether a text holds characters that no reader sees: controls, bidirectional overrides, invisible joiners, half a character. */
export const hidesCharacters = (text: string): boolean => hidden.test(text)

/** One line of text a person reads: trimmed, without control characters, between `min` and `max` characters. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !hidden.test(text) && !/[\r\n\t]/.test(text), { error: 'hidden-characters' })

/** Several lines of text; line breaks are kept. */
export const paragraph = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !hidden.test(text), { error: 'hidden-characters' })

/** One line in both languages; either may be empty. */
export const lineIn = (max: number) => z.strictObject({ zh: line(max, 0), en: line(max, 0) })
