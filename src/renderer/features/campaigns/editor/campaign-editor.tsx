import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CampaignView, EditorDraft } from '../../../../shared/ipc/views'
import { useLocalZone } from '../../../stores/settings-store'
import { Page } from '../../../ui/page'
import { useEscape } from '../../../ui/use-escape'
import { EditorFooter } from './editor-footer'
import { EditorHeader } from './editor-header'
import { EditorNotices } from './editor-notices'
import { EditorStepContent } from './editor-step-content'
import classes from './editor.module.css'
import { focusFirstError } from './focus-field'
import { StepRail } from './step-rail'
import { stepSummary } from './step-summary'
import { type EditorStep, stepBeside } from './steps'
import { useEditing } from './use-editing'
import { useEditorKeys } from './use-editor-keys'

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
export function CampaignEditor({ onLeave, ...opened }: CampaignEditorProps) {
  const { t, i18n } = useTranslation(['campaigns', 'common'])
  const localZone = useLocalZone()
  const root = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const { saved } = opened
  const editing = useEditing(opened)
  const { values, history, place, status, isReadOnly, stored, autosave, saving, choose, save } = editing
  const { step, arrival, visit } = place
  const { count, problems } = editing

  useEffect(() => {
    if (arrival === 'wrong') focusFirstError()
    // A step begins at its top, wherever the one before was left; which of the two scrolls depends on the height.
    if (arrival === 'chosen') for (const each of [body, frame]) each.current?.scrollTo(0, 0)
  }, [arrival, visit])
  useEscape(onLeave)
  useEditorKeys(root, {
    onStep: choose,
    onNext: () => choose(stepBeside(step, 1) ?? step),
    onSave: save,
    onUndo: history.undo,
    onRedo: history.redo
  })

  const typedName = values.name.trim()
  const summaryOf = (each: EditorStep) =>
    stepSummary(each, { values, count, problems, status, localZone, language: i18n.language }, t)
  return (
    <div ref={root} className={classes['page']}>
      <Page
        scroll="own"
        header={
          <EditorHeader
            name={typedName === '' ? (saved?.campaign.name ?? t('editor.new_title')) : typedName}
            status={status}
            isNew={saved === null}
            kept={autosave.kept}
            history={history}
            isReadOnly={isReadOnly}
            isSaving={saving.busy}
            isSavedBelow={step === 'review'}
            onSave={save}
            onLeave={onLeave}
          />
        }
      >
        <div ref={frame} className={classes['frame']}>
          <div className={classes['columns']}>
            <StepRail step={step} stateOf={editing.stateOf} summaryOf={summaryOf} onStep={choose} />
            <div ref={body} className={classes['body']}>
              <EditorNotices
                saved={saved}
                problem={saving.problem}
                stored={stored}
                isGone={editing.isGone}
                isSaving={saving.busy}
                onForget={() => {
                  autosave.forget()
                  onLeave()
                }}
                onSaveAsNew={save}
              />
              <fieldset className={classes['fields']} disabled={isReadOnly}>
                <EditorStepContent
                  step={step}
                  form={editing.form}
                  saved={saved}
                  saving={saving}
                  preview={editing.preview}
                  problems={problems}
                  takesFocus={arrival === 'chosen'}
                  fill={editing.fill}
                  onProblem={editing.showProblem}
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
