import { TextInput } from '@mantine/core'
import { CONTACT_LIMITS } from '../../../../shared/domain/contact'
import { useTranslation } from 'react-i18next'
import type { ImportOptions } from '../../../../shared/domain/contact-import'
import classes from './columns-step.module.css'

interface SuppressReasonProps {
  readonly options: ImportOptions
  readonly fileName: string
  readonly onChange: (part: Partial<ImportOptions>) => void
}

/** Why the people of the file must not be contacted; it stays with each of them. */
export function SuppressReason({ options, fileName, onChange }: SuppressReasonProps) {
  const { t } = useTranslation('import')
  return (
    <div className={classes['choices']}>
      <TextInput
        label={t('choices.reason')}
        description={t('choices.reason_hint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        placeholder={fileName}
        maxLength={CONTACT_LIMITS.reason}
        value={options.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
      />
    </div>
  )
}
