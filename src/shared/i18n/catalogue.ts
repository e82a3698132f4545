import { english } from './english'
import { vietnamese } from './vietnamese'

/** Every sentence that Loa shows, by language and namespace. The window loads its language alone. */
export const catalogue = { en: english, vi: vietnamese } as const

export type Language = keyof typeof catalogue

export type Namespace = keyof (typeof catalogue)['en']
