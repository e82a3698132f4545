import { useState } from 'react'
import { EDITOR_STEPS, type EditorStep } from './steps'

/** How the operator came to where they are: by choice, to a wrong field, or by taking something back. */
export type Arrival = 'chosen' | 'wrong' | 'restored'

interface Place {
  readonly step: EditorStep
  readonly arrival: Arrival
  /** Counts up with every arrival. */
  readonly visit: number
  /** Where the operator has been, and so where something missing is worth a mark. */
  readonly seen: ReadonlySet<EditorStep>
}

export interface Steps extends Place {
  readonly goTo: (step: EditorStep, arrival?: Arrival) => void
}

const ALL: ReadonlySet<EditorStep> = new Set(EDITOR_STEPS)

/** @param isKnown nothing about the campaign is new to the operator */
export function useSteps(first: EditorStep, isKnown: boolean): Steps {
  const [place, setPlace] = useState<Place>({
    step: first,
    arrival: 'chosen',
    visit: 0,
    seen: isKnown || first === 'review' ? ALL : new Set()
  })
  const goTo = (step: EditorStep, arrival: Arrival = 'chosen') =>
    setPlace(({ step: from, visit, seen }) => ({
      step,
      arrival,
      visit: visit + 1,
      // The review and a refused save name everything that is missing.
      seen: step === 'review' || arrival === 'wrong' ? ALL : new Set([...seen, from])
    }))
  return { ...place, goTo }
}
