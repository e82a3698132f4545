/** The pages of the window, in the order of its navigation. */
export const PAGES = [
  'overview',
  'campaigns',
  'calendar',
  'attention',
  'contacts',
  'runs',
  'console',
  'practice',
  'settings',
  'health'
] as const

export type Page = (typeof PAGES)[number]
