import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '../../../../shared/domain/contact-import'
import classes from './check-step.module.css'

interface CheckProgressProps {
  readonly progress: ImportProgress | null
  readonly sizeBytes: number
  /** Only a thin line above what was found before, which stays where it is. */
  readonly isQuiet?: boolean
}

/** How much of the file has been read. */
export function CheckProgress({ progress, sizeBytes, isQuiet = false }: CheckProgressProps) {
  const { t } = useTranslation('import')
  const percent = sizeBytes === 0 ? 0 : Math.min(100, ((progress?.read_bytes ?? 0) / sizeBytes) * 100)
  if (isQuiet)
    return <Progress className={classes['quiet']} value={percent} size={3} aria-label={t('check.progress')} />
  return (
    <div className={classes['progress']}>
      <Progress
        value={percent}
        size={8}
        radius={4}
        aria-label={t('check.progress')}
        transitionDuration={120}
      />
      <p className={classes['progressRows']} role="status">
        {t('check.read', { count: progress?.rows ?? 0 })}
      </p>
    </div>
  )
}
