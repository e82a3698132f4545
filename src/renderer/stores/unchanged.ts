import { useState } from 'react'

/**
 * The same object for as long as it says the same. The form copies everything with each key, and what is asked of the
 * engine must not be asked anew because of it.
 */
export function useUnchanged<Value>(value: Value, isSame: (one: Value, other: Value) => boolean): Value {
  const [kept, setKept] = useState(value)
  if (kept === value) return kept
  if (isSame(kept, value)) return kept
  setKept(value)
  return value
}

/** The same things in the same order. */
export const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => item === other[index])
