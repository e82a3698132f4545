import { useTranslation } from 'react-i18next'
import type { CampaignForm } from '../campaign-form'
import { ChannelLimitsList } from './channel-limits-list'
import { EditorSection } from './editor-section'
import { PoliciesSection } from './policies-section'
import { StepFrame } from './step-frame'

interface LimitsStepProps {
  readonly form: CampaignForm
  readonly takesFocus: boolean
}

/** What holds it back: the campaign's own rules, and the limits of all campaigns. */
export function LimitsStep({ form, takesFocus }: LimitsStepProps) {
  const { t } = useTranslation('campaigns')
  return (
    <StepFrame title={t('editor.steps.limits')} text={t('editor.step_text.limits')} takesFocus={takesFocus}>
      <EditorSection title={t('editor.sections.policies')}>
        <PoliciesSection form={form} />
      </EditorSection>
      <EditorSection title={t('editor.sections.limits')}>
        <ChannelLimitsList flow={form.values.flow} />
      </EditorSection>
    </StepFrame>
  )
}
