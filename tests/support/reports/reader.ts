import type { Reader } from '../../../src/engine/reports/report-words'
import { runReportWords } from '../../../src/main/reports/run-report-words'
import type { Language } from '../../../src/shared/i18n/catalogue'
import { mainWords } from '../main-words'

/** Who reads a report: in Vietnam, in a language. */
export const readerIn = (language: Language, zone = 'Asia/Ho_Chi_Minh'): Reader => ({
  words: runReportWords(mainWords(language)),
  zone
})
