import { campaignDraftSchema, hasAudience } from '../../../../shared/domain/campaign'
import { issueText } from '../../../ui/error-text'
import { validateForm } from '../../../ui/validate-form'
import { type CampaignFormValues, draftOf } from '../campaign-values'
import { EDITOR_STEPS, type EditorStep, type FormStep, stepOf } from './steps'

/** Something that keeps the campaign from going out as it stands. */
export interface Problem {
  readonly step: FormStep
  /** The form path of the field that says it. */
  readonly path: string
  /** What is wrong, and what to do. */
  readonly text: string
}

const fieldIssues = validateForm(campaignDraftSchema)

/** What is wrong with what is typed, by the contract's own schema. */
export const formProblems = (values: CampaignFormValues): readonly Problem[] =>
  problemsAt(fieldIssues(draftOf(values)))

/** What nobody could be reached with: nothing was picked, or nobody is found. */
export function audienceProblems(
  values: Pick<CampaignFormValues, 'contacts' | 'audience'>,
  count: { readonly contacts: number; readonly isKnown: boolean },
  foundNobody: string
): readonly Problem[] {
  if (!hasAudience(values)) return problemsAt({ contacts: issueText({ code: 'no_contacts' }) })
  return count.isKnown && count.contacts === 0 ? problemsAt({ contacts: foundNobody }) : []
}

const problemsAt = (errors: Readonly<Record<string, string>>): readonly Problem[] =>
  Object.entries(errors).map(([path, text]) => ({ step: stepOf(path), path, text }))

/** What the engine's calendar says against a schedule: by field, as a whole, or that nothing is ahead of it. */
export function scheduleProblems(
  preview: {
    readonly errors: Readonly<Record<string, string>>
    readonly problem: string | null
    readonly occurrences: readonly unknown[] | null
  },
  frequency: CampaignFormValues['schedule_settings']['frequency']
): readonly Problem[] {
  const start = 'schedule_settings.start_time'
  if (preview.problem !== null) return problemsAt({ [start]: preview.problem })
  if (preview.occurrences?.length !== 0) return problemsAt(preview.errors)
  const code = frequency === 'once' ? 'start_time_past' : 'no_future_slot'
  return problemsAt({ [start]: issueText({ code }) })
}

/** In the order of the steps, one sentence a field. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const byPath = new Map<string, Problem>()
  for (const problem of problems) if (!byPath.has(problem.path)) byPath.set(problem.path, problem)
  const place = ({ step }: Problem) => EDITOR_STEPS.indexOf(step satisfies EditorStep)
  return [...byPath.values()].sort((one, other) => place(one) - place(other))
}
