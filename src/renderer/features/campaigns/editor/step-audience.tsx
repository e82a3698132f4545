import { useTranslation } from 'react-i18next'
import type { CampaignForm } from '../campaign-form'
import { ContactsSection } from './contacts-section'
import { StepFrame } from './step-frame'

interface AudienceStepProps {
  readonly form: CampaignForm
  readonly takesFocus: boolean
}

/** Who gets it. */
export function AudienceStep({ form, takesFocus }: AudienceStepProps) {
  const { t } = useTranslation('campaigns')
  return (
    <StepFrame
      title={t('editor.steps.audience')}
      text={t('editor.step_text.audience')}
      takesFocus={takesFocus}
    >
      <ContactsSection form={form} />
    </StepFrame>
  )
}
