import { Button } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { When } from '../../ui/when'
import classes from './runs.module.css'

/** Characters that fit on one line of the narrowest window. */
const ONE_LINE = 70

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes['fact']}>
      <dt>{name}</dt>
      <dd data-selectable>{children}</dd>
    </div>
  )
}

interface RunFactsProps {
  readonly run: RunSummary
  /** The message; null while it is not known. */
  readonly text: string | null
}

/** When, through what and with which words. */
export function RunFacts({ run, text }: RunFactsProps) {
  const { t } = useTranslation('runs')
  const [showsAll, setShowsAll] = useState(false)
  const messageId = useId()
  const isLong = text !== null && (text.length > ONE_LINE || text.includes('\n'))
  return (
    <section className={classes['facts']}>
      <dl className={classes['factRow']}>
        {run.slot !== null && (
          <Fact name={t('facts.planned')}>
            <When at={run.slot.at} zone={run.slot.zone} />
          </Fact>
        )}
        {run.started_at !== null && (
          <Fact name={t('facts.started')}>
            <When at={run.started_at} />
          </Fact>
        )}
        {run.started_at !== null && (
          <Fact name={t('facts.finished')}>
            {run.finished_at === null ? t('still_running') : <When at={run.finished_at} />}
          </Fact>
        )}
      </dl>
      {text !== null && (
        <div className={classes['message']}>
          <span className={classes['messageName']}>{t('message')}</span>
          <div
            id={messageId}
            className={classes['messageText']}
            data-all={showsAll || undefined}
            data-selectable
          >
            {text}
          </div>
          {isLong && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={showsAll}
              aria-controls={messageId}
              onClick={() => setShowsAll(!showsAll)}
            >
              {showsAll ? t('hide_message') : t('show_message')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}
