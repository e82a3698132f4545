import { foldText } from '../../../../shared/text/fold-text'

/** Letters and digits only: `firstName`, `First name` and `first_name` are one word for this. */
const lettersOf = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]/gu, '')

/** One slip of the finger in three letters is a slip; more is another word. */
const slipsAllowed = (word: string): number => Math.max(1, Math.floor(word.length / 3))

/** How many letters have to be put in, left out, changed or swapped with their neighbour to make one word of the other. */
function slipsBetween(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      const cheapest = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + Number(!isSame)
      )
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next.push(isSwapped ? Math.min(cheapest, (before[j - 2] ?? 0) + 1) : cheapest)
    }
    before = row
    row = next
  }
  return row[other.length] ?? 0
}

/** A name that was written wrongly is compared with no more than this of it. */
const LONGEST_NAME = 100

interface KnownName {
  /** As it is written between the braces. */
  readonly name: string
  /** As people call it; compared too. */
  readonly label: string
}

/** The name that was probably meant by one that nobody has; null when none is near. */
export function nearestName(wrong: string, known: readonly KnownName[]): string | null {
  const word = lettersOf(wrong.slice(0, LONGEST_NAME))
  if (word === '') return null
  const near = known
    .map(({ name, label }) => {
      // A field of the operator's own is often written without `custom`.
      const spellings = [name, name.replace(/^custom\W+/, ''), label].map((spelling) => lettersOf(spelling))
      return { name, slips: Math.min(...spellings.map((spelling) => slipsBetween(word, spelling))) }
    })
    .filter(({ slips }) => slips <= slipsAllowed(word))
    .toSorted((one, other) => one.slips - other.slips)
  return near[0]?.name ?? null
}
