import { Button } from '@mantine/core'
import { IconCalendarOff, IconCalendarPlus, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '../../../shared/domain/calendar'
import type { Campaign } from '../../../shared/domain/campaign'
import { openPage } from '../../stores/navigation-store'
import classes from './entry-card.module.css'
import { leaveOut } from './leave-out'

interface EntryActionsProps {
  readonly entry: CalendarEntry
  /** The campaign as it is now; none when it was deleted. */
  readonly campaign: Campaign | undefined
  readonly onRunNow: (campaign: Campaign) => void
  readonly onClose: () => void
}

/** What can be done about an entry: what it asks for first, then where it leads. */
export function EntryActions({ entry, campaign, onRunNow, onClose }: EntryActionsProps) {
  const { t } = useTranslation('calendar')
  const [busy, setBusy] = useState(false)
  const { kind, run } = entry
  const isMissed = run?.status === 'missed'
  const hasLedger = run !== null && !isMissed && run.status !== 'buffered'
  const isToDecide = isMissed && run.dismissed_at === undefined

  const leave = async (isLeftOut: boolean) => {
    setBusy(true)
    await leaveOut(entry, isLeftOut)
    onClose()
  }
  return (
    <div className={classes['actions']}>
      {isToDecide && (
        <Button size="xs" onClick={() => void openPage('attention')}>
          {t('actions.decide')}
        </Button>
      )}
      {run !== null && hasLedger && (
        <Button size="xs" onClick={() => void openPage('runs', { run_id: run.id })}>
          {t('actions.open_run')}
        </Button>
      )}
      {entry.can_skip && kind === 'planned' && (
        <Button
          size="xs"
          variant="default"
          disabled={busy}
          leftSection={<IconCalendarOff size={14} aria-hidden />}
          onClick={() => void leave(true)}
        >
          {t('actions.skip')}
        </Button>
      )}
      {entry.can_skip && kind === 'left_out' && (
        <Button
          size="xs"
          disabled={busy}
          leftSection={<IconCalendarPlus size={14} aria-hidden />}
          onClick={() => void leave(false)}
        >
          {t('actions.put_back')}
        </Button>
      )}
      {campaign !== undefined && campaign.status !== 'archived' && (
        <>
          {!isMissed && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlayerPlay size={14} aria-hidden />}
              onClick={() => onRunNow(campaign)}
            >
              {t('actions.run_now')}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            onClick={() => void openPage('campaigns', { campaign_id: campaign._id })}
          >
            {t('actions.open_campaign')}
          </Button>
        </>
      )}
    </div>
  )
}
