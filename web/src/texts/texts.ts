import i18next, { type i18n, type TOptions } from 'i18next'
import { createContext, useContext, useMemo } from 'react'
import type { Locale } from '#shared/text.ts'

/** Texts of one feature: a flat table per language, by the keys of the Chinese one. */
export type Bundle<Key extends string> = {
  name: string
  zh: Readonly<Record<Key, string>>
  en: Readonly<Record<string, string>>
}

type Params = Record<string, string | number>
/** Says a text of its bundle in the reader's language, with `{{name}}` filled in; `count` chooses the English plural. */
export type Say<Key extends string> = (key: Key, params?: Params) => string

// English has plural forms and Chinese has none: a key is there as it is, or as `key_one` and `key_other`.
type Missing<Key extends string, Given extends string> = {
  [K in Key]: K extends Given ? never : `${K}_one` | `${K}_other` extends Given ? never : K
}[Key]

/** Declares a feature's texts. `name` is the i18next namespace. A key that English lacks does not compile. */
export const texts = <const Key extends string, const Given extends string>(
  name: string,
  zh: Readonly<Record<Key, string>>,
  en: Readonly<Record<Given, string>> &
    ([Missing<Key, Given>] extends [never] ? unknown : { missing: Missing<Key, Given> }),
): Bundle<Key> => ({ name, zh, en })

/** One i18next instance for one reader's language. Nothing is loaded later: features bring their own bundles. */
export function createLanguage(locale: Locale): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: locale,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return instance
}

export const Language = createContext<{ locale: Locale; i18n: i18n } | null>(null)

export function useLanguage(): { locale: Locale; i18n: i18n } {
  const language = useContext(Language)
  if (language === null) throw new Error('Language is missing above this component')
  return language
}

export const useLocale = (): Locale => useLanguage().locale

/** The texts of `bundle` outside React: titles and descriptions of a page. */
export function say<Key extends string>(
  language: { locale: Locale; i18n: i18n },
  bundle: Bundle<Key>,
): Say<Key> {
  const { i18n, locale } = language
  if (!i18n.hasResourceBundle(locale, bundle.name))
    i18n.addResourceBundle(locale, bundle.name, bundle[locale])
  const translate = i18n.getFixedT(locale, bundle.name)
  return (key, params) =>
    translate(key, { keySeparator: false, nsSeparator: false, ...params } satisfies TOptions)
}

/** The texts of a feature in the reader's language. */
export function useTexts<Key extends string>(bundle: Bundle<Key>): Say<Key> {
  const language = useLanguage()
  return useMemo(() => say(language, bundle), [language, bundle])
}
