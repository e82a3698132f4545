import { app } from 'electron'

/** Tests ask for words by which they tell what did not come from the catalogue; a packaged app knows no such thing. */
export const isPseudo = (): boolean => !app.isPackaged && process.env['LOA_PSEUDO'] === '1'
