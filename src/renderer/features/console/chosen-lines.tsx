import { Button, CloseButton } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './console.module.css'

interface ChosenLinesProps {
  readonly count: number
  readonly onCopy: () => void
  readonly onClose: () => void
}

/** What can be done with several lines at once. */
export function ChosenLines({ count, onCopy, onClose }: ChosenLinesProps) {
  const { t } = useTranslation('console')
  return (
    <section className={classes['detail']} aria-label={t('chosen.label')}>
      <div className={classes['chosen']}>
        <strong role="status">{t('chosen.count', { count })}</strong>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCopy size={14} aria-hidden />}
          onClick={onCopy}
        >
          {t('chosen.copy')}
        </Button>
        <CloseButton
          className={classes['chosenClose'] ?? ''}
          size="sm"
          aria-label={t('chosen.close')}
          onClick={onClose}
        />
      </div>
    </section>
  )
}
