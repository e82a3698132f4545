import { textInSentence } from '../text/foreign-text'

/**
 * How values stand in sentences, for window, tray and notifications alike: as text (React and the reports escape markup
 * themselves), with controls made visible, and kept from turning the sentence round.
 */
export const foreignValues = { escapeValue: true, escape: textInSentence } as const
