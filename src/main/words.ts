import { createInstance, type TFunction } from 'i18next'
import type { Settings } from '../shared/domain/settings'
import { catalogue, type Language } from '../shared/i18n/catalogue'
import { foreignValues } from '../shared/i18n/foreign-values'
import { pseudoWords } from '../shared/i18n/pseudo'
import { systemLanguage } from './system-language'

/** What the main process says itself, in one language. */
export interface Words {
  readonly language: Language
  readonly tray: TFunction<'tray'>
  readonly alerts: TFunction<'alerts'>
  readonly backup: TFunction<'backup'>
  readonly common: TFunction<'common'>
  readonly import: TFunction<'import'>
  readonly reasons: TFunction<'reasons'>
  readonly report: TFunction<'report'>
  readonly runs: TFunction<'runs'>
}

/** The sentences of tray, notifications and dialogs, from the same catalogue as the window's. */
export async function loadWords(isPseudo = false): Promise<(language: Language) => Words> {
  const i18n = createInstance()
  await i18n.init({
    resources: isPseudo ? { ...catalogue, en: pseudoWords(catalogue.en) } : catalogue,
    fallbackLng: 'en',
    defaultNS: 'tray',
    interpolation: foreignValues
  })
  return (language) => ({
    language,
    tray: i18n.getFixedT<'tray'>(language, 'tray'),
    alerts: i18n.getFixedT<'alerts'>(language, 'alerts'),
    backup: i18n.getFixedT<'backup'>(language, 'backup'),
    common: i18n.getFixedT<'common'>(language, 'common'),
    import: i18n.getFixedT<'import'>(language, 'import'),
    reasons: i18n.getFixedT<'reasons'>(language, 'reasons'),
    report: i18n.getFixedT<'report'>(language, 'report'),
    runs: i18n.getFixedT<'runs'>(language, 'runs')
  })
}

/** The language to speak: the operator's choice, else the computer's. */
export const languageOf = (settings: Settings): Language =>
  settings.language === 'system' ? systemLanguage() : settings.language
