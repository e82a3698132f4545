import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportStep } from './import-state'
import classes from './wizard.module.css'

const STEPS: readonly ImportStep[] = ['file', 'columns', 'check', 'done']

interface StepLineProps {
  readonly step: ImportStep
  /** Campaigns have no columns to decide about. */
  readonly withColumns: boolean
}

/** Which steps there are, and where the operator is. */
export function StepLine({ step, withColumns }: StepLineProps) {
  const { t } = useTranslation('import')
  const steps = STEPS.filter((each) => withColumns || each !== 'columns')
  const here = steps.indexOf(step)
  return (
    <ol className={classes['steps']} aria-label={t('steps.label')}>
      {steps.map((each, index) => {
        const isPast = index < here || step === 'done'
        return (
          <li
            key={each}
            className={classes['step']}
            data-state={isPast ? 'past' : index === here ? 'here' : 'ahead'}
            aria-current={index === here ? 'step' : undefined}
          >
            <span className={classes['stepMark']}>
              {isPast ? <IconCheck size={13} stroke={2.5} aria-hidden /> : index + 1}
            </span>
            <span className={classes['stepName']}>{t(`steps.${each}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}
