import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconExclamationMark } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './step-rail.module.css'
import { EDITOR_STEPS, type EditorStep } from './steps'

/** `done`: nothing is missing; `wrong`: something is, and the operator has been there; `open`: neither. */
export type StepState = 'done' | 'wrong' | 'open'

interface StepRailProps {
  readonly step: EditorStep
  readonly stateOf: (step: EditorStep) => StepState
  readonly summaryOf: (step: EditorStep) => string
  readonly onStep: (step: EditorStep) => void
}

/** The campaign at a glance: its steps on one thread, what each holds, and what is still missing. */
export function StepRail({ step, stateOf, summaryOf, onStep }: StepRailProps) {
  const { t } = useTranslation('campaigns')
  return (
    <nav aria-label={t('editor.steps_label')} className={classes['rail']}>
      <ol className={classes['steps']}>
        {EDITOR_STEPS.map((each, index) => {
          const state = stateOf(each)
          const summary = summaryOf(each)
          return (
            <li key={each} className={classes['item']} data-state={state}>
              <UnstyledButton
                className={classes['step']}
                aria-current={each === step ? 'step' : undefined}
                aria-keyshortcuts={`Alt+${index + 1}`}
                title={summary}
                onClick={() => onStep(each)}
              >
                <span className={classes['mark']} aria-hidden>
                  <Mark state={state} number={index + 1} />
                </span>
                <span className={classes['words']}>
                  <span className={classes['name']}>{t(`editor.steps.${each}`)}</span>
                  <span className={classes['summary']}>{summary}</span>
                </span>
                {state !== 'open' && <VisuallyHidden>{t(`editor.step_is.${state}`)}</VisuallyHidden>}
              </UnstyledButton>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function Mark({ state, number }: { readonly state: StepState; readonly number: number }) {
  if (state === 'done') return <IconCheck size={14} stroke={2.4} />
  if (state === 'wrong') return <IconExclamationMark size={14} stroke={2.4} />
  return number
}
