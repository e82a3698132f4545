import 'i18next'
import type { catalogue } from '../shared/i18n/catalogue'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    /** English is the measure: a key that it lacks is a type error. */
    resources: (typeof catalogue)['en']
    returnNull: false
  }
}
