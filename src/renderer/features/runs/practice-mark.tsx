import { VisuallyHidden } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import classes from './runs.module.css'

interface PracticeMarkProps {
  readonly run: RunSummary
  readonly isSmall: boolean
}

/** Says that a run was a rehearsal or a practice run: its counts are not about real people. */
export function PracticeMark({ run, isSmall }: PracticeMarkProps) {
  const { t } = useTranslation('runs')
  if (run.gateway !== 'practice') return null
  const isRehearsal = run.trigger === 'rehearsal'
  const word = t(isRehearsal ? 'rehearsal' : 'practice')
  const hint = t(isRehearsal ? 'rehearsal_hint' : 'practice_hint')
  if (!isSmall || isRehearsal)
    return (
      <span className={classes['practice']} title={hint}>
        {word}
      </span>
    )
  return (
    <span className={classes['practiceSmall']} title={hint}>
      <IconFlask size={16} stroke={1.6} aria-hidden />
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  )
}
