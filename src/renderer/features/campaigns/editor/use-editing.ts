import { useMemo, useState } from 'react'
import type { CampaignView, EditorDraft } from '../../../../shared/ipc/views'
import { useAudienceCount } from '../../../stores/audience-count'
import { NEW_CAMPAIGN } from '../../../stores/editor-drafts-store'
import { useDefaultZone } from '../../../stores/settings-store'
import { usePageHold } from '../../../ui/use-page-hold'
import { useCampaignForm } from '../campaign-form'
import { newCampaignValues, scheduleOf } from '../campaign-values'
import { type CampaignsView, useKeptView } from '../kept-view'
import { valueAt } from './changes'
import { focusDecision, showTextChange } from './focus-field'
import { openingOf } from './opening'
import type { Problem } from './problems'
import type { StepState } from './step-rail'
import { type EditorStep, firstStepOf, stepOf } from './steps'
import { useAutosave } from './use-autosave'
import { useEditHistory } from './use-edit-history'
import { useProblems } from './use-problems'
import { useSaving } from './use-saving'
import { useSchedulePreview } from './use-schedule-preview'
import { useSteps } from './use-steps'
import { useStored } from './use-stored'

interface EditingInput {
  /** The campaign's id; null while a new one has not been saved. */
  readonly id: string | null
  /** The campaign as it is stored now; null while it is not, or not any more. */
  readonly saved: CampaignView | null
  /** What was typed here the last time and not saved. */
  readonly draft: EditorDraft | null
  readonly firstStep: EditorStep
  /** A new campaign has been saved: from now on it is this one. */
  readonly onSaved: (id: string) => void
}

const NONE: readonly Problem[] = []

/** Everything that an open editor knows and does: the form and its history, what is kept, what is missing, saving. */
export function useEditing({ id, saved, draft, firstStep, onSaved }: EditingInput) {
  const defaultZone = useDefaultZone()
  const [opening] = useState(() =>
    openingOf(saved?.campaign ?? null, draft, newCampaignValues(new Date(), defaultZone))
  )
  const [fill, setFill] = useState(0)
  const filledAnew = () => setFill((times) => times + 1)
  const form = useCampaignForm(opening.values)
  const place = useSteps(firstStep, saved !== null || opening.restored_at !== null)
  const { step, goTo } = place
  useKeptView(useMemo((): CampaignsView => ({ kind: 'editor', id, step }), [id, step]))

  const history = useEditHistory(form, (paths, from) => {
    filledAnew()
    const isHere = paths.some((path) => stepOf(path) === step)
    goTo(isHere ? step : (firstStepOf(paths) ?? step), isHere ? 'restored' : 'chosen')
    const [path = '', ...others] = paths
    if (others.length === 0) showTextChange(path, valueAt(from, path))
  })
  const { values } = history

  const status = saved?.campaign.status ?? 'draft'
  const isReadOnly = status === 'archived'
  const stored = useStored({
    opening,
    campaign: saved?.campaign ?? null,
    values,
    onFill: (filled) => {
      form.setValues(filled)
      form.clearErrors()
      filledAnew()
    }
  })
  const isUnsaved = stored.isUnsaved && !isReadOnly
  const autosave = useAutosave({
    draftKey: id ?? NEW_CAMPAIGN,
    draft: { values, base: stored.base },
    isUnsaved,
    opening
  })
  // The draft is on the disk; what can be taken back, and where the caret is, are not.
  usePageHold(() => isUnsaved)

  const preview = useSchedulePreview(scheduleOf(values))
  const count = useAudienceCount(values.contacts, values.audience)
  const found = useProblems(values, preview, count)
  // Nothing of an archived campaign waits to be mended.
  const problems = isReadOnly ? NONE : found

  const saving = useSaving({
    form,
    saved,
    preview: preview.occurrences,
    held: stored.isChanged ? focusDecision : null,
    onStored: (sent, campaign) => {
      stored.noteStored(sent, campaign)
      form.setFieldValue('_id', campaign._id)
      onSaved(campaign._id)
    },
    onWrong: (paths) => goTo(firstStepOf(paths) ?? step, 'wrong')
  })

  const stateOf = (each: EditorStep): StepState => {
    if (each === 'review' || (each === 'audience' && !count.isKnown)) return 'open'
    if (!problems.some((problem) => problem.step === each)) return 'done'
    return place.seen.has(each) ? 'wrong' : 'open'
  }
  return {
    form,
    /** What the form holds; a part that did not change is the same object as before. */
    values,
    history,
    place,
    /** Counts up when the form was filled by something else than typing. */
    fill,
    status,
    isReadOnly,
    /** It was deleted while something was typed for it. */
    isGone: id !== null && saved === null,
    stored,
    autosave,
    preview,
    count,
    problems,
    saving,
    save: () => {
      if (!isReadOnly) void saving.save()
    },
    stateOf,
    /** Goes to a step; what the mark in the rail speaks of is then said at its field. */
    choose: (next: EditorStep) => {
      if (stateOf(next) === 'wrong') form.validate()
      goTo(next)
    },
    showProblem: ({ step: at, path, text }: Problem) => {
      form.validate()
      form.setFieldError(path, text)
      goTo(at, 'wrong')
    }
  }
}
