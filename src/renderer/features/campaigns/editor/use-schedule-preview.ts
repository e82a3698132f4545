import { useEffect, useState } from 'react'
import { invalidInput, issuesOf } from '../../../../shared/app-error'
import { type Occurrence, scheduleSettingsSchema } from '../../../../shared/domain/schedule'
import { loa } from '../../../api'
import { errorText, fieldErrors } from '../../../ui/error-text'

const SHOWN_RUNS = 5
/** As long as a pause between two keys: the preview follows the typing without flickering. */
const PAUSE_MS = 200

export interface Preview {
  /** Null until the first answer; the last good ones stay while the next are computed. */
  readonly occurrences: readonly Occurrence[] | null
  /** Every slot to come that an excluded date takes away, ascending. */
  readonly leftOut: readonly Occurrence[]
  /** By form path: `schedule_settings.end_time` -> sentence. */
  readonly errors: Readonly<Record<string, string>>
  /** What is wrong with the schedule as a whole, when no single field is to blame. */
  readonly problem: string | null
}

const NOTHING: Preview = { occurrences: null, leftOut: [], errors: {}, problem: null }

const inSchedule = (errors: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([path, text]) => [`schedule_settings.${path}`, text]))

/** Asks the engine's own calendar, so that what is shown is what will run. */
async function ask(schedule: unknown): Promise<Preview> {
  const parsed = scheduleSettingsSchema.safeParse(schedule)
  if (!parsed.success)
    return { ...NOTHING, errors: inSchedule(fieldErrors(invalidInput(issuesOf(parsed.error)))) }
  const previewed = await loa.previewSchedule(parsed.data, SHOWN_RUNS)
  if (previewed.ok) {
    return { ...NOTHING, occurrences: previewed.value.runs, leftOut: previewed.value.left_out }
  }
  const errors = inSchedule(fieldErrors(previewed.error))
  const problem = Object.keys(errors).length === 0 ? errorText(previewed.error) : null
  return { ...NOTHING, errors, problem }
}

/** The next runs of the schedule that is being typed. */
export function useSchedulePreview(schedule: unknown): Preview {
  const [preview, setPreview] = useState<Preview>(NOTHING)
  const typed = JSON.stringify(schedule)

  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      void ask(JSON.parse(typed)).then((answer) => {
        if (current) setPreview(answer)
      })
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [typed])

  return preview
}
