/** Where the app remembers a data folder, outside of it: a test must not leave traces with the user. */
export const configHome = (dataDir: string): string => `${dataDir}-config`
