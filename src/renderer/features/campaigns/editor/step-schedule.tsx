import { useTranslation } from 'react-i18next'
import type { CampaignForm } from '../campaign-form'
import { scheduleOf } from '../campaign-values'
import classes from './editor.module.css'
import { SchedulePreview } from './schedule-preview'
import { ScheduleSection } from './schedule-section'
import { StepFrame } from './step-frame'
import type { Preview } from './use-schedule-preview'

interface ScheduleStepProps {
  readonly form: CampaignForm
  readonly preview: Preview
  readonly takesFocus: boolean
}

/** When it goes out, and beside that the next runs. */
export function ScheduleStep({ form, preview, takesFocus }: ScheduleStepProps) {
  const { t } = useTranslation('campaigns')
  return (
    <div className={classes['beside']}>
      <StepFrame
        title={t('editor.steps.schedule')}
        text={t('editor.step_text.schedule')}
        takesFocus={takesFocus}
      >
        <ScheduleSection form={form} previewErrors={preview.errors} />
      </StepFrame>
      <SchedulePreview schedule={scheduleOf(form.values)} preview={preview} />
    </div>
  )
}
