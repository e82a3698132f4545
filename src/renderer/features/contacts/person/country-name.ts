/** The country in the operator's language: "Vietnam", "Việt Nam". */
export const countryName = (code: string, language: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
