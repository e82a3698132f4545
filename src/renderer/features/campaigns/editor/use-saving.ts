import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../../shared/app-error'
import type { IssueCode } from '../../../../shared/issue-codes'
import type { Occurrence } from '../../../../shared/domain/schedule'
import type { CampaignView } from '../../../../shared/ipc/views'
import { saveCampaign, setCampaignStatus } from '../../../stores/campaigns-store'
import { errorText, fieldErrors } from '../../../ui/error-text'
import { showToast } from '../../../ui/toast'
import type { CampaignForm } from '../campaign-form'
import { draftOf } from '../campaign-values'
import { focusFirstError } from './focus-first-error'
import { useSameDayQuestion } from './use-same-day-question'

interface SavingInput {
  readonly form: CampaignForm
  readonly saved: CampaignView | null
  readonly preview: readonly Occurrence[] | null
}

interface Saving {
  readonly busy: boolean
  /** What is wrong where no field can say it. */
  readonly problem: string | null
  /** Saves, and activates when asked. Resolves to whether all of that was done. */
  readonly save: (activate: boolean) => Promise<boolean>
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
export function useSaving({ form, saved, preview }: SavingInput): Saving {
  const { t } = useTranslation('campaigns')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const mayRunTwice = useSameDayQuestion(saved, preview)

  const show = (error: AppError, textAtFields: string) => {
    const errors = errorsOf(error)
    const atFields = Object.keys(errors).length > 0
    form.setErrors(errors)
    setProblem({ text: atFields ? textAtFields : errorText(error), atFields })
    if (atFields) focusFirstError()
  }

  const store = async (activate: boolean): Promise<boolean> => {
    const { values } = form
    const result = await saveCampaign(draftOf(values))
    if (!result.ok) {
      show(result.error, t('editor.problems'))
      return false
    }
    const { _id, name } = result.value.campaign
    // From here on it is this campaign: saving again must not make a second one.
    form.setFieldValue('_id', _id)
    form.resetDirty({ ...values, _id })
    if (!activate) {
      showToast({ message: t('toasts.saved', { name }) })
      return true
    }
    const activated = await setCampaignStatus(_id, 'active')
    if (activated.ok) showToast({ message: t('toasts.saved_active', { name }) })
    else show(activated.error, t('editor.saved_not_active'))
    return activated.ok
  }

  const save = async (activate: boolean): Promise<boolean> => {
    if (busy) return false
    setProblem(null)
    if (form.validate().hasErrors) {
      setProblem({ text: t('editor.problems'), atFields: true })
      focusFirstError()
      return false
    }
    if (!(await mayRunTwice())) return false
    setBusy(true)
    const done = await store(activate)
    setBusy(false)
    return done
  }

  const mended = problem?.atFields === true && Object.keys(form.errors).length === 0
  return { busy, problem: mended ? null : (problem?.text ?? null), save }
}
