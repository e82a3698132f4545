import { useTranslation } from 'react-i18next'
import type { CampaignForm } from '../campaign-form'
import { ChannelsSection } from './channels-section'
import { StepFrame } from './step-frame'

interface ChannelsStepProps {
  readonly form: CampaignForm
  readonly takesFocus: boolean
}

/** On which ways it goes, and in which order. */
export function ChannelsStep({ form, takesFocus }: ChannelsStepProps) {
  const { t } = useTranslation('campaigns')
  return (
    <StepFrame
      title={t('editor.steps.channels')}
      text={t('editor.step_text.channels')}
      takesFocus={takesFocus}
    >
      <ChannelsSection form={form} />
    </StepFrame>
  )
}
