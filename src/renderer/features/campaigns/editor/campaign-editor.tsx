import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../../../shared/domain/campaign'
import type { CampaignView, EditorDraft } from '../../../../shared/ipc/views'
import { useAudienceCount } from '../../../stores/audience-count'
import { NEW_CAMPAIGN } from '../../../stores/editor-drafts-store'
import { useLocalZone } from '../../../stores/settings-store'
import { Page } from '../../../ui/page'
import { useEscape } from '../../../ui/use-escape'
import { changeStatus } from '../campaign-commands'
import { useCampaignForm } from '../campaign-form'
import { type CampaignFormValues, newCampaignValues, scheduleOf, valuesOf } from '../campaign-values'
import { valueAt } from './changes'
import { EditorFooter } from './editor-footer'
import { EditorHeader } from './editor-header'
import { EditorNotices } from './editor-notices'
import { EditorStepContent } from './editor-step-content'
import classes from './editor.module.css'
import { focusFirstError, showTextChange } from './focus-field'
import { isChangedElsewhere, isSameCampaign, openingOf, type Stored } from './opening'
import type { Problem } from './problems'
import { StepRail, type StepState } from './step-rail'
import { stepSummary } from './step-summary'
import { type EditorStep, firstStepOf, stepBeside, stepOf } from './steps'
import { useAutosave } from './use-autosave'
import { useEditHistory } from './use-edit-history'
import { useEditorKeys } from './use-editor-keys'
import { useProblems } from './use-problems'
import { useSaving } from './use-saving'
import { useSchedulePreview } from './use-schedule-preview'
import { useSteps } from './use-steps'

interface CampaignEditorProps {
  /** The campaign's id; null while a new one has not been saved. */
  readonly id: string | null
  /** The campaign as it is stored now; null while it is not, or not any more. */
  readonly saved: CampaignView | null
  /** What was typed here the last time and not saved. */
  readonly draft: EditorDraft | null
  readonly firstStep: EditorStep
  /** A new campaign has been saved: from now on it is this one. */
  readonly onSaved: (id: string) => void
  readonly onLeave: () => void
}

/** One campaign, step by step. What is typed is kept from the first letter on; the campaign changes only by Save. */
export function CampaignEditor({ id, saved, draft, firstStep, onSaved, onLeave }: CampaignEditorProps) {
  const { t, i18n } = useTranslation(['campaigns', 'common'])
  const localZone = useLocalZone()
  const root = useRef<HTMLDivElement>(null)
  const [opening] = useState(() =>
    openingOf(saved?.campaign ?? null, draft, newCampaignValues(new Date(), localZone))
  )
  const [stored, setStored] = useState<Stored>(opening)
  const [restoredAt, setRestoredAt] = useState(opening.restored_at)
  const [fill, setFill] = useState(0)
  const form = useCampaignForm(opening.values)
  const steps = useSteps(firstStep, saved !== null || opening.restored_at !== null)
  const { step, arrival, visit, goTo } = steps

  const history = useEditHistory(form, (paths, from) => {
    setFill((count) => count + 1)
    const isHere = paths.some((path) => stepOf(path) === step)
    goTo(isHere ? step : (firstStepOf(paths) ?? step), isHere ? 'restored' : 'chosen')
    const [path = '', ...others] = paths
    if (others.length === 0) showTextChange(path, valueAt(from, path))
  })
  const { values } = history

  const status = saved?.campaign.status ?? 'draft'
  const isReadOnly = status === 'archived'
  const isUnsaved = useMemo(() => !isSameCampaign(values, stored.origin), [values, stored.origin])
  const isElsewhere = isChangedElsewhere(saved?.campaign ?? null, stored.base)
  const { kept, forget } = useAutosave({
    draftKey: id ?? NEW_CAMPAIGN,
    draft: { values, base: stored.base },
    isUnsaved: isUnsaved && !isReadOnly,
    opening
  })

  const preview = useSchedulePreview(scheduleOf(values))
  const count = useAudienceCount(values.contacts, values.audience)
  const problems = useProblems(values, preview, count)

  const saving = useSaving({
    form,
    saved,
    preview: preview.occurrences,
    isHeld: isElsewhere || isReadOnly,
    onStored: (sent, campaign) => {
      takeAsStored(sent, campaign)
      form.setFieldValue('_id', campaign._id)
      onSaved(campaign._id)
    },
    onWrong: (paths) => goTo(firstStepOf(paths) ?? step, 'wrong')
  })
  const takeAsStored = (origin: CampaignFormValues, campaign: Campaign) => {
    setStored({ origin, base: valuesOf(campaign) })
    setRestoredAt(null)
  }
  const fillAnew = (origin: CampaignFormValues) => {
    form.setValues(origin)
    form.clearErrors()
    setFill((times) => times + 1)
    setRestoredAt(null)
  }
  const showProblem = ({ step: place, path, text }: Problem) => {
    form.validate()
    form.setFieldError(path, text)
    goTo(place, 'wrong')
  }

  const stateOf = (each: EditorStep): StepState => {
    if (each === 'review' || (each === 'audience' && !count.isKnown)) return 'open'
    if (!problems.some((problem) => problem.step === each)) return 'done'
    return steps.seen.has(each) ? 'wrong' : 'open'
  }
  const choose = (next: EditorStep) => {
    // What the mark in the rail speaks of is said at its field.
    if (stateOf(next) === 'wrong') form.validate()
    goTo(next)
  }

  useEffect(() => {
    if (arrival === 'wrong') focusFirstError()
  }, [arrival, visit])
  useEscape(onLeave)
  useEditorKeys(root, {
    onStep: choose,
    onNext: () => choose(stepBeside(step, 1) ?? step),
    onSave: () => void saving.save(),
    onUndo: history.undo,
    onRedo: history.redo
  })

  const typedName = values.name.trim()
  return (
    <div ref={root} className={classes['page']}>
      <Page
        scroll="own"
        header={
          <EditorHeader
            name={typedName === '' ? (saved?.campaign.name ?? t('editor.new_title')) : typedName}
            status={status}
            isNew={saved === null}
            kept={kept}
            history={history}
            isReadOnly={isReadOnly}
            isSaving={saving.busy}
            onSave={() => void saving.save()}
            onLeave={onLeave}
          />
        }
      >
        <div className={classes['frame']}>
          <div className={classes['columns']}>
            <StepRail
              step={step}
              stateOf={stateOf}
              summaryOf={(each) =>
                stepSummary(each, { values, count, problems, status, localZone, language: i18n.language }, t)
              }
              onStep={choose}
            />
            <div className={classes['body']}>
              <EditorNotices
                saved={saved}
                problem={saving.problem}
                restoredAt={restoredAt}
                isGone={id !== null && saved === null}
                isChanged={isElsewhere && !saving.busy}
                onDiscard={() => fillAnew(stored.origin)}
                onDismiss={() => setRestoredAt(null)}
                onForget={() => {
                  forget()
                  onLeave()
                }}
                onSaveAsNew={() => void saving.save()}
                onKeepMine={() => {
                  if (saved !== null) takeAsStored(valuesOf(saved.campaign), saved.campaign)
                }}
                onTakeTheirs={() => {
                  if (saved === null) return
                  takeAsStored(valuesOf(saved.campaign), saved.campaign)
                  fillAnew(valuesOf(saved.campaign))
                }}
                onUnarchive={() => {
                  if (saved !== null) void changeStatus(saved.campaign, 'draft')
                }}
              />
              <fieldset className={classes['fields']} disabled={isReadOnly}>
                <EditorStepContent
                  step={step}
                  form={form}
                  saved={saved}
                  saving={saving}
                  preview={preview}
                  problems={problems}
                  takesFocus={arrival === 'chosen'}
                  fill={fill}
                  onProblem={showProblem}
                  onActivated={onLeave}
                />
              </fieldset>
            </div>
          </div>
          <EditorFooter step={step} onStep={choose} />
        </div>
      </Page>
    </div>
  )
}
