import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openPage } from '../../stores/navigation-store'
import classes from './start.module.css'
import { START_STEPS, type StartStep } from './start-steps'

interface StartSectionProps {
  readonly done: ReadonlySet<StartStep>
  /** A long list of people is still being read: nobody knows yet whether there is somebody. */
  readonly isCounting: boolean
  /** The practice gateway is the chosen one. */
  readonly isPractice: boolean
}

/** The way to the first message, for whom nothing is there yet: three steps, ticked as they are done. */
export function StartSection({ done, isCounting, isPractice }: StartSectionProps) {
  const { t } = useTranslation('overview')
  const current = isCounting ? undefined : START_STEPS.find((step) => !done.has(step))
  const textOf = (step: StartStep) =>
    step === 'watch' && !isPractice ? t('start.watch.text_live') : t(`start.${step}.text`)
  return (
    <section className={classes['start']} aria-label={t('start.title')}>
      <h2>{t('start.title')}</h2>
      <p className={classes['quiet']}>{t(isPractice ? 'start.text' : 'start.text_live')}</p>
      <ol className={classes['steps']}>
        {START_STEPS.map((step, index) => {
          const isDone = done.has(step)
          const isOpen = isCounting && step === 'people'
          return (
            <li key={step} className={classes['step']} aria-current={step === current ? 'step' : undefined}>
              <div className={classes['stepHead']}>
                <span
                  className={classes['stepSign']}
                  data-tone={isDone ? 'good' : isOpen ? 'neutral' : 'busy'}
                  role="img"
                  aria-label={t(isDone ? 'start.done' : isOpen ? 'start.counting' : 'start.to_do')}
                >
                  {isDone ? <IconCheck size={16} stroke={2.2} aria-hidden /> : index + 1}
                </span>
                <h3>{t(`start.${step}.title`)}</h3>
              </div>
              <p className={classes['quiet']}>{textOf(step)}</p>
              <div className={classes['stepActions']}>
                <StepActions step={step} isCurrent={step === current} isPractice={isPractice} />
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

interface StepActionsProps {
  readonly step: StartStep
  readonly isCurrent: boolean
  readonly isPractice: boolean
}

function StepActions({ step, isCurrent, isPractice }: StepActionsProps) {
  const { t } = useTranslation('overview')
  const go = (label: string, isMain: boolean, ...to: Parameters<typeof openPage>) => (
    <Button
      size="xs"
      variant={isMain && isCurrent ? 'filled' : 'default'}
      onClick={() => void openPage(...to)}
    >
      {label}
    </Button>
  )
  switch (step) {
    case 'people':
      return (
        <>
          {go(t('start.people.import'), true, 'contacts', { contacts_view: 'import' })}
          {go(t('start.people.add'), false, 'contacts', { contacts_view: 'add' })}
        </>
      )
    case 'campaign':
      return go(t('start.campaign.open'), true, 'campaigns', { campaign_id: 'new' })
    case 'watch':
      return (
        <>
          {go(t('start.watch.run'), isPractice, 'campaigns')}
          {isPractice
            ? go(t('start.watch.inbox'), false, 'practice')
            : go(t('start.watch.settings'), true, 'settings')}
        </>
      )
  }
}
