import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../shared/i18n/catalogue'
import { foreignValues } from '../shared/i18n/foreign-values'
import { pseudoWords } from '../shared/i18n/pseudo'
import type { AppInfo } from '../shared/ipc/views'
import type { Settings } from '../shared/domain/settings'

/** Sets the words up before the first paint, so no key is ever seen. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { [language]: await wordsOf(language) },
    lng: language,
    // The languages have the same keys: a test sees to that.
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: foreignValues,
    returnNull: false
  })
  document.documentElement.lang = language
}

/** The sentences of one language: those of the other are not loaded. */
export async function wordsOf(language: Language) {
  if (language === 'vi') return (await import('../shared/i18n/vietnamese')).vietnamese
  const { english } = await import('../shared/i18n/english')
  return isPseudo() ? pseudoWords(english) : english
}

/** What the main process takes for the language before there is an answer from it. */
export const expectedLanguage = (): Language =>
  new URLSearchParams(location.search).get('language') === 'vi' ? 'vi' : 'en'

/** Only the main process can ask for it, in an app that is not packaged. */
const isPseudo = (): boolean => new URLSearchParams(location.search).has('pseudo')

/** Switches every sentence at once; screen readers learn the language from the document. */
export async function switchLanguage(language: Language): Promise<void> {
  if (i18next.language !== language) {
    for (const [namespace, words] of Object.entries(await wordsOf(language)))
      i18next.addResourceBundle(language, namespace, words)
    await i18next.changeLanguage(language)
  }
  document.documentElement.lang = language
}

/** The language to show: the chosen one, or that of the computer. */
export const languageOf = (
  setting: Settings['language'],
  info: Pick<AppInfo, 'system_language'> | null
): Language => (setting === 'system' ? (info?.system_language ?? 'en') : setting)
