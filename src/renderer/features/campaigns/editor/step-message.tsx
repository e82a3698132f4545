import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CampaignForm } from '../campaign-form'
import { MessageSection } from './message-section'
import { StepFrame } from './step-frame'

interface MessageStepProps {
  readonly form: CampaignForm
  readonly takesFocus: boolean
}

/** What goes out, and under which name the operator finds it again. */
export function MessageStep({ form, takesFocus }: MessageStepProps) {
  const { t } = useTranslation('campaigns')
  const isUnnamed = form.values.name === ''
  return (
    <StepFrame
      title={t('editor.steps.message')}
      text={t('editor.step_text.message')}
      takesFocus={takesFocus && !isUnnamed}
    >
      <TextInput
        label={t('editor.name')}
        placeholder={t('editor.name_placeholder')}
        maw={520}
        autoFocus={takesFocus && isUnnamed}
        {...form.getInputProps('name')}
      />
      <MessageSection form={form} />
    </StepFrame>
  )
}
