import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { missingValuesSchema } from '../../../../shared/domain/campaign'
import classes from './message-preview.module.css'

interface MissingChoiceProps {
  readonly value: 'skip' | 'blank'
  readonly onChange: (choice: 'skip' | 'blank') => void
}

/** What becomes of people who lack a value that the text names. */
export function MissingChoice({ value, onChange }: MissingChoiceProps) {
  const { t } = useTranslation('message')
  return (
    <Radio.Group
      aria-label={t('missing.label')}
      value={value}
      onChange={(choice) => onChange(missingValuesSchema.parse(choice))}
    >
      <div className={classes['choices']}>
        {missingValuesSchema.options.map((choice) => (
          <Radio key={choice} size="xs" value={choice} label={t(`missing.${choice}`)} />
        ))}
      </div>
    </Radio.Group>
  )
}
