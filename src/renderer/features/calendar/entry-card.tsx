import { CloseButton, FocusTrap, Popover, type FloatingPosition } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '../../../shared/domain/calendar'
import type { Campaign } from '../../../shared/domain/campaign'
import { useCampaignsStore } from '../../stores/campaigns-store'
import { holidayByDate, useHolidays } from '../../stores/holidays-store'
import { distanceText } from '../../ui/countdown-text'
import { DeliveryCountsText } from '../../ui/delivery-counts'
import { Foreign } from '../../ui/foreign'
import { Badge } from '../../ui/status-badge'
import { useCountdownNow } from '../../ui/use-now'
import { useReturnedFocus } from '../../ui/use-returned-focus'
import { formatBeside, formatDateTime, formatTime } from '../../../shared/text/date-format'
import { sameOffset, zoneCity } from '../../../shared/text/zone-clock'
import { EntryActions } from './entry-actions'
import classes from './entry-card.module.css'
import { ENTRY_LOOK } from './entry-look'
import { useEntryState } from './use-entry-state'

/** The entry whose card is open, and where on the screen its button was. */
export interface OpenEntry {
  readonly key: string
  readonly place: DOMRect
}

interface EntryCardProps {
  readonly entry: CalendarEntry
  readonly place: DOMRect
  readonly position: FloatingPosition
  readonly zone: string
  readonly onRunNow: (campaign: Campaign) => void
  readonly onClose: () => void
}

/** Everything about one entry, and what can be done with it. One card for the whole page: lists of buttons stay light. */
export function EntryCard({ entry, place, position, zone, onRunNow, onClose }: EntryCardProps) {
  const { t, i18n } = useTranslation(['calendar', 'common'])
  useReturnedFocus()
  const state = useEntryState(entry)
  const campaign = useCampaignsStore(
    (store) => store.campaigns.find(({ campaign: each }) => each._id === entry.campaign_id)?.campaign
  )
  const when = formatDateTime(new Date(entry.at), zone, i18n.language, new Date())
  return (
    <Popover
      opened
      withRoles={false}
      position={position}
      offset={6}
      width={330}
      shadow="md"
      radius="lg"
      closeOnEscape
      onDismiss={onClose}
    >
      <Popover.Target>
        <span
          className={classes['anchor']}
          style={{ left: place.left, top: place.top, width: place.width, height: place.height }}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes['dropdown']}>
        <FocusTrap active>
          <div role="dialog" aria-label={t('card_label', { name: entry.campaign_name, when })}>
            <div className={classes['title']}>
              <h3 data-selectable>
                <Foreign>{entry.campaign_name}</Foreign>
              </h3>
              <CloseButton size="sm" aria-label={t('common:actions.close')} onClick={onClose} />
            </div>
            <div className={classes['badges']}>
              <Badge tone={ENTRY_LOOK[state].tone}>{t(`states.${state}`)}</Badge>
              {entry.run !== null && <span>{t(`common:triggers.${entry.run.trigger}`)}</span>}
              {entry.run?.gateway === 'practice' && <span>{t('common:gateways.practice')}</span>}
            </div>
            <EntryTimes entry={entry} zone={zone} />
            <EntryFacts entry={entry} />
            <EntryActions
              entry={entry}
              campaign={campaign}
              onRunNow={(run) => {
                onClose()
                onRunNow(run)
              }}
              onClose={onClose}
            />
          </div>
        </FocusTrap>
      </Popover.Dropdown>
    </Popover>
  )
}

/** When it is: in the calendar's zone, and in the campaign's own where that shows another time. */
function EntryTimes({ entry, zone }: Pick<EntryCardProps, 'entry' | 'zone'>) {
  const { t, i18n } = useTranslation(['calendar', 'campaigns'])
  const { t: common } = useTranslation()
  const { language } = i18n
  const { at: instant, occurrence } = entry
  const at = new Date(instant)
  const nowMs = useCountdownNow(at.getTime())
  const own = occurrence?.zone ?? zone
  return (
    <div className={classes['times']}>
      <span className={classes['when']}>
        <time dateTime={instant}>{formatDateTime(at, zone, language, new Date(nowMs))}</time>
        <span className={classes['relative']}>{distanceText(at, nowMs, common, language)}</span>
      </span>
      {!sameOffset(at, own, zone) && (
        <span className={classes['own']}>
          {t('own_time', { time: formatBeside(at, own, zone, language), zone: zoneCity(own) })}
        </span>
      )}
      {occurrence?.notes.map((note) => (
        <span key={note} className={classes['note']} data-tone="caution">
          {t(`campaigns:schedule.notes.${note}`, {
            planned: occurrence.nominal.slice(11, 16),
            time: formatTime(at, occurrence.zone, language)
          })}
        </span>
      ))}
    </div>
  )
}

/** Why it is left out or was missed; how it went. */
function EntryFacts({ entry }: Pick<EntryCardProps, 'entry'>) {
  const { t } = useTranslation('common')
  const { kind, occurrence, run } = entry
  if (kind === 'left_out' && occurrence !== null) {
    return <LeftOutFact date={occurrence.nominal.slice(0, 10)} />
  }
  if (run === null || run.status === 'buffered') return null
  if (run.status === 'missed') {
    return (
      run.missed_reason !== undefined && (
        <p className={classes['fact']}>{t(`missed_reasons.${run.missed_reason}`)}</p>
      )
    )
  }
  return <DeliveryCountsText counts={run.counts} />
}

function LeftOutFact({ date }: { readonly date: string }) {
  const { t } = useTranslation('calendar')
  const year = Number(date.slice(0, 4))
  const holiday = holidayByDate(useHolidays(year, year)).get(date)
  return (
    <p className={classes['fact']}>
      {holiday === undefined ? t('left_out_date') : t('left_out_holiday', { name: t(`holidays.${holiday}`) })}
    </p>
  )
}
