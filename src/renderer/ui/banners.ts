/** The element above every page that holds what is true for the whole app. */
export const BANNERS_ID = 'banners'

/** Brings the keyboard to the first choice that is offered there. */
export const focusBanners = (): void => document.getElementById(BANNERS_ID)?.querySelector('button')?.focus()
