import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/app-error'
import type { Campaign } from '../../../../shared/domain/campaign'
import type { Approval } from '../../../../shared/domain/rehearsal'
import type { IssueCode } from '../../../../shared/issue-codes'
import type { Occurrence } from '../../../../shared/domain/schedule'
import type { CampaignView } from '../../../../shared/ipc/views'
import { activateCampaign, saveCampaign } from '../../../stores/campaigns-store'
import { errorText, fieldErrors } from '../../../ui/error-text'
import { showToast } from '../../../ui/toast'
import type { CampaignForm } from '../campaign-form'
import { type CampaignFormValues, draftOf } from '../campaign-values'
import { useSameDayQuestion } from './use-same-day-question'

interface SavingInput {
  readonly form: CampaignForm
  readonly saved: CampaignView | null
  readonly preview: readonly Occurrence[] | null
  /** Called instead of anything else while something must be decided first; null when nothing must. */
  readonly held: (() => void) | null
  /** It is stored: what was sent, and what was made of it. */
  readonly onStored: (values: CampaignFormValues, campaign: Campaign) => void
  /** Fields are wrong, by form path: to take the operator there. */
  readonly onWrong: (paths: readonly string[]) => void
}

export interface Saving {
  readonly busy: boolean
  /** What is wrong where no field can say it. */
  readonly problem: string | null
  /** Stores what is typed. Resolves to the campaign, or to null when that was refused or not wanted. */
  readonly save: (approval?: Approval) => Promise<Campaign | null>
  /** Stores what is typed and activates the campaign. Resolves to whether all of that was done. */
  readonly activate: (approval: Approval) => Promise<boolean>
}

/** What is said above the form; `atFields` goes away with the last wrong field. */
interface Problem {
  readonly text: string
  readonly atFields: boolean
}

/** The fields that a refused activation is about. */
const FIELD_OF: Readonly<Partial<Record<IssueCode, string>>> = {
  no_contacts: 'contacts',
  no_channels: 'flow',
  zone_unknown: 'schedule_settings.timezone',
  start_time_past: 'schedule_settings.start_time',
  no_future_slot: 'schedule_settings.start_time',
  schedule_never_runs: 'schedule_settings.start_time'
}

function errorsOf(error: AppError): Record<string, string> {
  const errors = fieldErrors(error)
  const field = FIELD_OF[error.code]
  return field === undefined ? errors : { [field]: errorText(error), ...errors }
}

/** Saving with everything that can come between: wrong fields, a refusal, a second run on the same day. */
export function useSaving({ form, saved, preview, held, onStored, onWrong }: SavingInput): Saving {
  const { t } = useTranslation('campaigns')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const mayRunTwice = useSameDayQuestion(saved, preview)

  const show = (error: AppError, textAtFields: string) => {
    const errors = errorsOf(error)
    const paths = Object.keys(errors)
    form.setErrors(errors)
    setProblem({ text: paths.length > 0 ? textAtFields : errorText(error), atFields: paths.length > 0 })
    if (paths.length > 0) onWrong(paths)
  }

  const store = async (approval?: Approval): Promise<Campaign | null> => {
    const values = form.getValues()
    const result = await saveCampaign({ ...draftOf(values), _id: saved?.campaign._id }, approval)
    if (!result.ok) {
      show(result.error, t('editor.problems'))
      return null
    }
    onStored(values, result.value.campaign)
    return result.value.campaign
  }

  /** The work, unless other work is going on or something is in its way. */
  const whenFree = async <Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> => {
    if (busy) return otherwise
    if (held !== null) {
      held()
      return otherwise
    }
    setProblem(null)
    const { hasErrors, errors } = form.validate() as { hasErrors: boolean; errors: Record<string, unknown> }
    if (hasErrors) {
      setProblem({ text: t('editor.problems'), atFields: true })
      onWrong(Object.keys(errors))
      return otherwise
    }
    if (!(await mayRunTwice())) return otherwise
    setBusy(true)
    const done = await work()
    setBusy(false)
    return done
  }

  const save = (approval?: Approval) =>
    whenFree(async () => {
      const campaign = await store(approval)
      if (campaign !== null)
        showToast({ message: () => i18next.t('campaigns:toasts.saved', { name: campaign.name }) })
      return campaign
    }, null)

  const activate = (approval: Approval) =>
    whenFree(async () => {
      const campaign = await store(approval)
      if (campaign === null) return false
      const { _id, name } = campaign
      const activated = await activateCampaign(_id, approval)
      if (activated.ok) showToast({ message: () => i18next.t('campaigns:toasts.saved_active', { name }) })
      else show(activated.error, t('editor.saved_not_active'))
      return activated.ok
    }, false)

  const mended = problem?.atFields === true && Object.keys(form.errors).length === 0
  return { busy, problem: mended ? null : (problem?.text ?? null), save, activate }
}
