import type { Destination, ShownPlace } from '../../shared/ipc/desktop'

export interface SeenPlace {
  /** The window shows this now. */
  readonly note: (place: ShownPlace) => void
  /** Does the operator look at that place at this moment? */
  readonly isSeen: (destination: Destination) => boolean
}

/** @param isFocused does the operator work in the window now? */
export function seenPlace(isFocused: () => boolean): SeenPlace {
  let shown: ShownPlace | null = null
  return {
    note: (place) => void (shown = place),
    isSeen: ({ page, run_id = null }) =>
      isFocused() && shown !== null && shown.page === page && (run_id === null || shown.run_id === run_id)
  }
}
