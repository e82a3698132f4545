/** The steps of the editor in their order; Alt+1 is the first. */
export const EDITOR_STEPS = ['message', 'audience', 'channels', 'schedule', 'limits', 'review'] as const

export type EditorStep = (typeof EDITOR_STEPS)[number]

/** The steps that have fields of the form: everything but the review. */
export type FormStep = Exclude<EditorStep, 'review'>

/** Which step asks for a field, by the first part of its path. */
const STEP_OF: Readonly<Record<string, FormStep>> = {
  name: 'message',
  call_script: 'message',
  texts: 'message',
  placeholders: 'message',
  missing_values: 'message',
  contacts: 'audience',
  audience: 'audience',
  flow: 'channels',
  type: 'schedule',
  end: 'schedule',
  schedule_settings: 'schedule',
  policies: 'limits'
}

/** The step of a field by its form path: `schedule_settings.end_time` -> `schedule`. An unknown field is the first step's. */
export const stepOf = (path: string): FormStep => STEP_OF[path.split('.')[0] ?? ''] ?? 'message'

/** The step before or after another; null at either end. */
export const stepBeside = (step: EditorStep, by: -1 | 1): EditorStep | null =>
  EDITOR_STEPS[EDITOR_STEPS.indexOf(step) + by] ?? null

/** The first step, in their order, of those that fields belong to; null without a field. */
export function firstStepOf(paths: readonly string[]): FormStep | null {
  const steps = new Set<EditorStep>(paths.map(stepOf))
  const first = EDITOR_STEPS.find((step) => steps.has(step))
  return first === undefined || first === 'review' ? null : first
}
