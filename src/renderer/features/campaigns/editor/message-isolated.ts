/** A name inside a sentence, kept from turning the sentence round when it is written from right to left. */
export const isolated = (name: string): string => `\u2068${name}\u2069`
