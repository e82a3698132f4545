/** The locale of dates and numbers. British English: day before month and a 24-hour clock, as everywhere in Vietnam. */
export const localeOf = (language: string): string => (language === 'vi' ? 'vi-VN' : 'en-GB')
