import { createInstance, type TFunction } from 'i18next'
import type { Settings } from '../shared/domain/settings'
import { catalogue, type Language } from '../shared/i18n/catalogue'

/** The tray's sentences, from the same catalogue as the window's. */
export async function traySentences(): Promise<(language: Language) => TFunction<'tray'>> {
  const i18n = createInstance()
  await i18n.init({
    resources: catalogue,
    fallbackLng: 'en',
    defaultNS: 'tray',
    interpolation: { escapeValue: false }
  })
  return (language) => i18n.getFixedT<'tray'>(language, 'tray')
}

/** The language to speak: the operator's choice, else the computer's. */
export const languageOf = (settings: Settings, systemLanguage: Language): Language =>
  settings.language === 'system' ? systemLanguage : settings.language
