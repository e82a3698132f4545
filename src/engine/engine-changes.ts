import type { EngineChange } from './engine-config'

/** Tells everybody who listens what has changed in the engine, at once and in the order in which they came. */
export function engineChanges() {
  const listeners = new Set<(change: EngineChange) => void>()
  return {
    publish: (change: EngineChange): void => {
      for (const listener of listeners) listener(change)
    },
    /** Returns what ends the listening. */
    subscribe: (listener: (change: EngineChange) => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    }
  }
}
