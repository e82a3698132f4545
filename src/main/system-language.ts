import { app } from 'electron'
import type { Language } from '../shared/i18n/catalogue'

/** The language of the computer, once Electron is ready. */
export const systemLanguage = (): Language => (app.getLocale().toLowerCase().startsWith('vi') ? 'vi' : 'en')
