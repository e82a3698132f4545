import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { forgetPart, leftPart, noteShownPart } from './left-view'
import { useShownPlace } from './shown-place'

/** What a part of the page showed when the window was taken away; only the page that is opened first goes back to it. */
export function useLeftPart(name: string): unknown {
  const isFirst = useShownPlace().visit === 0
  const [value] = useState(() => (isFirst ? leftPart(name) : undefined))
  return value
}

/**
 * Says what a part of the page shows, so that it is found again when the window was taken away in the tray.
 * @param value as JSON can hold it; undefined: another part says it
 */
export function useKeptPart(name: string, value: unknown): void {
  useEffect(() => {
    if (value === undefined) return
    noteShownPart(name, value)
    return () => forgetPart(name)
  }, [name, value])
}

/** A state as `useState` has it, for what the operator chose to see and should find again; see `useKeptPart`. */
export function useKeptState<Value>(
  name: string,
  initial: () => Value
): readonly [Value, Dispatch<SetStateAction<Value>>] {
  const left = useLeftPart(name) as Value | undefined
  const [value, setValue] = useState(left === undefined ? initial : left)
  useKeptPart(name, value)
  return [value, setValue]
}
