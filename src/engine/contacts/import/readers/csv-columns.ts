/** More columns than this are no list of contacts; a wrong delimiter or a broken quote makes such rows. */
export const MAX_COLUMNS = 500

/** The names of a sheet's columns: trimmed, and each of them once ("Phone", "Phone (2)", "Column 3"). */
export function columnsOfHeader(cells: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return cells.map((cell, index) => {
    const name = cell.replace(/[\uFEFF\0]/g, '').trim() || numbered(index)
    let unique = name
    for (let count = 2; taken.has(unique); count++) unique = `${name} (${count})`
    taken.add(unique)
    return unique
  })
}

/** The names of columns that have none. */
export const columnsWithoutHeader = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => numbered(index))

const numbered = (index: number): string => `Column ${index + 1}`
