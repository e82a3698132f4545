const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = 'áƀçđéƒĝĥíĵķļɱñöƥɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÖƤɊŔŠŢÚṼŴẊÝŽ'

/** Values to fill in and references to other sentences are no words. */
const KEPT = /(\{\{[^}]*\}\}|\$t\([^)]*\))/

const accented = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => ACCENTED.charAt(PLAIN.indexOf(letter)))

/** `⟦Ĥéļļö {{name}}⟧`: still readable, and whatever is not written so did not come from the catalogue. */
export function pseudoText(text: string): string {
  const parts = text.split(KEPT)
  return `⟦${parts.map((part, place) => (place % 2 === 1 ? part : accented(part))).join('')}⟧`
}

/** A catalogue, or a part of it, with every sentence in the pseudo-language. For tests; no operator can choose it. */
export function pseudoWords<Tree extends object>(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoWords(value as object)
    ])
  ) as Tree
}
