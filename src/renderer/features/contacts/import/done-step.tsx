import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { openPage } from '../../../stores/navigation-store'
import type { ImportFlow } from './import-flow'
import type { DoneStepState } from './import-state'
import { OutcomeCounts } from './outcome-counts'
import { saveReport } from './save-report'
import { StepBody, StepHeading } from './step-parts'
import classes from './check-step.module.css'

interface DoneStepProps {
  readonly flow: ImportFlow
  readonly state: DoneStepState
}

/** What has happened, and where to go from here. */
export function DoneStep({ flow, state }: DoneStepProps) {
  const { done, isUndone } = state
  const { t } = useTranslation('import')
  const Symbol = isUndone ? IconArrowBackUp : IconCircleCheck
  return (
    <StepBody>
      <div className={classes['done']}>
        <Symbol className={classes['doneSymbol']} size={40} stroke={1.4} aria-hidden />
        <Told key={String(isUndone)} state={state} />
        {done.purpose !== 'campaigns' && !isUndone && (
          <OutcomeCounts counts={done.counts} when="did" isSuppressing={done.purpose === 'do_not_contact'} />
        )}
        <div className={classes['doneActions']}>
          <Button onClick={() => void openPage(done.purpose === 'campaigns' ? 'campaigns' : 'contacts')}>
            {t(done.purpose === 'campaigns' ? 'done.show_campaigns' : 'done.show_contacts')}
          </Button>
          {done.purpose !== 'campaigns' && !isUndone && (
            <Button variant="default" onClick={() => void saveReport()}>
              {t('check.save_report')}
            </Button>
          )}
          {done.purpose === 'contacts' && !isUndone && (
            <Button variant="default" onClick={() => void flow.undo()}>
              {t('done.undo')}
            </Button>
          )}
          <Button variant="subtle" onClick={flow.restart}>
            {t('done.another')}
          </Button>
        </div>
      </div>
    </StepBody>
  )
}

function Told({ state: { done, fileName, isUndone } }: { readonly state: DoneStepState }): ReactNode {
  const { t } = useTranslation('import')
  if (isUndone) return <StepHeading text={t('done.undone_text')}>{t('done.undone')}</StepHeading>
  const from = t('done.from', { file: fileName })
  switch (done.purpose) {
    case 'contacts': {
      const count = done.counts.added + done.counts.merged
      return <StepHeading text={from}>{t('done.contacts', { count })}</StepHeading>
    }
    case 'do_not_contact':
      return (
        <StepHeading
          text={done.marked === 0 ? t('done.marked_nobody') : t('done.marked', { count: done.marked })}
        >
          {t('done.do_not_contact', { count: done.counts.added })}
        </StepHeading>
      )
    case 'campaigns':
      return (
        <StepHeading text={t('done.drafts')}>{t('done.campaigns', { count: done.campaigns })}</StepHeading>
      )
  }
}
