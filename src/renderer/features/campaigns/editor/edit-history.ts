import type { CampaignFormValues } from '../campaign-values'
import { changedPaths, shareUnchanged } from './changes'

/** The way back and the way forth through what was typed. Nothing in it is ever changed in place. */
export interface EditHistory {
  readonly past: readonly CampaignFormValues[]
  readonly present: CampaignFormValues
  readonly future: readonly CampaignFormValues[]
  /** The field that is being typed into: what follows in it belongs to the same step back. */
  readonly typing: string | null
  /** The form's own object that `present` was made of. */
  readonly seen: CampaignFormValues
}

/** A step back or forth, and the fields that it changed. */
export interface Restored {
  readonly history: EditHistory
  readonly paths: readonly string[]
}

const MOST_STEPS = 100

/** Fields that are typed letter by letter; a change of any other is a step of its own. */
const TYPED =
  /^(name|call_script|texts\.\w+|schedule_settings\.(start_time|end_time|interval|day_of_month|max_runs)|policies\.(catch_up_window_min|error_threshold\.\w+))$/

export const historyFrom = (values: CampaignFormValues): EditHistory => ({
  past: [],
  present: values,
  future: [],
  typing: null,
  seen: values
})

/** Takes in what the form holds now. The same history when that is nothing new. */
export function recorded(history: EditHistory, values: CampaignFormValues): EditHistory {
  if (values === history.seen) return history
  const present = shareUnchanged(history.present, values)
  const paths = changedPaths(history.present, present)
  if (paths.length === 0) return { ...history, seen: values }
  // Which campaign it is was not typed by anybody: a step back must not make another one of it.
  if (paths.includes('_id')) return recorded(identified(history, values._id), values)
  const typing = paths.length === 1 && TYPED.test(paths[0] ?? '') ? (paths[0] ?? null) : null
  const goesOn = typing !== null && typing === history.typing
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS)
  return { past, present, future: [], typing, seen: values }
}

/** Typing has rested: what comes next is another step. */
export const rested = (history: EditHistory): EditHistory =>
  history.typing === null ? history : { ...history, typing: null }

/** One step back; null when there is none. */
export function undone({ past, present, future, seen }: EditHistory): Restored | null {
  const before = past.at(-1)
  if (before === undefined) return null
  return {
    history: { past: past.slice(0, -1), present: before, future: [present, ...future], typing: null, seen },
    paths: changedPaths(present, before)
  }
}

/** The step forth that was taken back last; null when there is none. */
export function redone({ past, present, future, seen }: EditHistory): Restored | null {
  const [after, ...rest] = future
  if (after === undefined) return null
  return {
    history: { past: [...past, present], present: after, future: rest, typing: null, seen },
    paths: changedPaths(present, after)
  }
}

function identified(history: EditHistory, id: string | undefined): EditHistory {
  const named = (values: CampaignFormValues): CampaignFormValues => ({ ...values, _id: id })
  return {
    ...history,
    past: history.past.map(named),
    present: named(history.present),
    future: history.future.map(named)
  }
}
