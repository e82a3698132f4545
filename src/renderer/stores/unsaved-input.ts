/** What can hold input that is not saved, and asks before the operator leaves it. */
export type UnsavedInput = 'settings' | 'contact'

const parts = new Map<() => boolean, UnsavedInput>()

/**
 * A part of the page says whether it holds input that is not saved.
 * @returns the function that ends it
 */
export function noteUnsaved(what: UnsavedInput, isUnsaved: () => boolean): () => void {
  parts.set(isUnsaved, what)
  return () => void parts.delete(isUnsaved)
}

/** What would be lost with the window now, each once. */
export const unsavedInput = (): readonly UnsavedInput[] => [
  ...new Set([...parts].filter(([isUnsaved]) => isUnsaved()).map(([, what]) => what))
]
