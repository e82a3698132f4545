import script from '../engine/contacts/import/import-worker?modulePath'

/** The built script of the import thread: one file that holds all it needs. */
export const importScript: string = script
