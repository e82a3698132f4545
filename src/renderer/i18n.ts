import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { catalogue, type Language } from '../shared/i18n/catalogue'
import { foreignValues } from '../shared/i18n/foreign-values'
import { pseudoWords } from '../shared/i18n/pseudo'
import type { AppInfo } from '../shared/ipc/views'
import type { Settings } from '../shared/domain/settings'

/** Sets the words up before the first paint, so no key is ever seen. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: isPseudo() ? { ...catalogue, en: pseudoWords(catalogue.en) } : catalogue,
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    interpolation: foreignValues,
    returnNull: false
  })
  document.documentElement.lang = language
}

/** Only the main process can ask for it, in an app that is not packaged. */
const isPseudo = (): boolean => new URLSearchParams(location.search).has('pseudo')

/** Switches every sentence at once; screen readers learn the language from the document. */
export async function switchLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language
  if (i18next.language !== language) await i18next.changeLanguage(language)
}

/** The language to show: the chosen one, or that of the computer. */
export const languageOf = (
  setting: Settings['language'],
  info: Pick<AppInfo, 'system_language'> | null
): Language => (setting === 'system' ? (info?.system_language ?? 'en') : setting)
