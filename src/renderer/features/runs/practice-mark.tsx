import { VisuallyHidden } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './runs.module.css'

/** Says that a run was a practice run: its counts are not about real people. */
export function PracticeMark({ isSmall }: { readonly isSmall: boolean }) {
  const { t } = useTranslation('runs')
  if (!isSmall)
    return (
      <span className={classes['practice']} title={t('practice_hint')}>
        {t('practice')}
      </span>
    )
  return (
    <span className={classes['practiceSmall']} title={t('practice_hint')}>
      <IconFlask size={16} stroke={1.6} aria-hidden />
      <VisuallyHidden>{t('practice')}</VisuallyHidden>
    </span>
  )
}
