import { useTranslation } from 'react-i18next'
import type { RowOutcome } from '../../../../shared/domain/contact-import'
import classes from './check-step.module.css'

interface OutcomeCountsProps {
  readonly counts: Readonly<Record<RowOutcome, number>>
  /** Before the import, or after it. */
  readonly when: 'will' | 'did'
  readonly isSuppressing: boolean
}

const OUTCOMES = ['added', 'merged', 'unchanged', 'skipped', 'rejected'] as const
const OUTCOMES_SUPPRESSING = ['added', 'unchanged', 'rejected'] as const

/** What becomes of the rows, as large quiet numbers. */
export function OutcomeCounts({ counts, when, isSuppressing }: OutcomeCountsProps) {
  const { t } = useTranslation('import')
  const items = isSuppressing
    ? OUTCOMES_SUPPRESSING.map((outcome) => ({ outcome, words: t(`${when}_suppress.${outcome}`) }))
    : OUTCOMES.map((outcome) => ({
        outcome,
        words: when === 'will' ? t(`will.${outcome}`) : t(`did.${outcome}`)
      }))
  return (
    <dl className={classes['counts']}>
      {items.map(({ outcome, words }) => (
        <div key={outcome} className={classes['count']} data-zero={counts[outcome] === 0 || undefined}>
          <dt>{words}</dt>
          <dd>{t('number', { count: counts[outcome] })}</dd>
        </div>
      ))}
    </dl>
  )
}
