import { createInstance } from 'i18next'
import type { Words } from '../../src/main/words'
import { catalogue, type Language } from '../../src/shared/i18n/catalogue'
import { foreignValues } from '../../src/shared/i18n/foreign-values'

const i18n = createInstance()
void i18n.init({
  resources: catalogue,
  fallbackLng: false,
  interpolation: foreignValues,
  initAsync: false
})

/** What the main process says in a language. A sentence that is missing shows as its key. */
export const mainWords = (language: Language): Words => ({
  language,
  tray: i18n.getFixedT(language, 'tray'),
  alerts: i18n.getFixedT(language, 'alerts'),
  backup: i18n.getFixedT(language, 'backup'),
  common: i18n.getFixedT(language, 'common'),
  import: i18n.getFixedT(language, 'import'),
  reasons: i18n.getFixedT(language, 'reasons'),
  report: i18n.getFixedT(language, 'report'),
  runs: i18n.getFixedT(language, 'runs')
})
