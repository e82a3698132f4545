import { Button } from '@mantine/core'
import { IconCalendar, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarEntry } from '../../../shared/domain/calendar'
import type { Campaign } from '../../../shared/domain/campaign'
import { chooseLook, loadCalendar, useCalendarStore, watchCalendar } from '../../stores/calendar-store'
import { useCampaignsStore } from '../../stores/campaigns-store'
import { useKeptState } from '../../stores/kept-state'
import { openPage } from '../../stores/navigation-store'
import { useLocalZone } from '../../stores/settings-store'
import { useIsUnreadable } from '../../stores/state-store'
import { EmptyState } from '../../ui/empty-state'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { RunNowDialog } from '../../ui/run-now-dialog'
import { UnreadableFile } from '../../ui/unreadable-file'
import { useIsNarrow } from '../../ui/use-is-narrow'
import { useNow } from '../../ui/use-now'
import { dateAt, plusDays } from '../../ui/zone-days'
import { Agenda } from './agenda'
import { dayStarts, useCalendarDays } from './calendar-days'
import { CalendarToolbar } from './calendar-toolbar'
import { EntryCard, type OpenEntry } from './entry-card'
import { entryKey } from './entry-state'
import { datesBetween, monthDates } from './month-dates'
import { MonthGrid } from './month-grid'
import { UnknownZones } from './unknown-zones'

const HALF_A_MINUTE_MS = 30_000
const AGENDA_DAYS = 30

/** Whether there is anything that could ever be on the calendar. */
const useIsEmpty = (): boolean => {
  const campaigns = useCampaignsStore((state) => (state.status === 'ready' ? state.campaigns.length : null))
  const entries = useCalendarStore((state) => (state.span === null ? null : state.entries.length))
  return campaigns === 0 && entries === 0
}

/** What goes out when, and what became of it: a month at a glance, or day by day. */
export function CalendarPage() {
  const { t } = useTranslation('calendar')
  const localZone = useLocalZone()
  const { look: chosenLook, zone: chosenZone, entries, span, status, error } = useCalendarStore()
  const zone = chosenZone ?? localZone
  // Seven columns need room for words.
  const isNarrow = useIsNarrow()
  const look = isNarrow ? 'agenda' : chosenLook
  const today = dateAt(zone, useNow(HALF_A_MINUTE_MS))

  const [date, setDate] = useKeptState('calendar.date', () => today)
  const [agenda, setAgenda] = useKeptState('calendar.agenda', () => ({
    first: today,
    last: plusDays(today, AGENDA_DAYS)
  }))
  const [open, setOpen] = useState<OpenEntry | null>(null)
  const [toRun, setToRun] = useState<Campaign | null>(null)
  const isEmpty = useIsEmpty()
  const isUnreadable = useIsUnreadable('campaigns.json')

  const goTo = useCallback(
    (day: string) => {
      setDate(day)
      setAgenda({ first: day, last: plusDays(day, AGENDA_DAYS) })
      setOpen(null)
    },
    [setDate, setAgenda]
  )
  const openDay = useCallback(
    (day: string) => {
      goTo(day)
      chooseLook('agenda')
    },
    [goTo]
  )
  const openEntry = useCallback((entry: CalendarEntry, button: HTMLElement) => {
    setOpen({ key: entryKey(entry), place: button.getBoundingClientRect() })
  }, [])

  const month = `${date.slice(0, 8)}01`
  const dates = useMemo(
    () => (look === 'month' ? monthDates(month) : datesBetween(agenda.first, agenda.last)),
    [look, month, agenda]
  )
  const starts = useMemo(() => dayStarts(zone, dates), [zone, dates])
  const [fromMs = 0, toMs = 0] = [starts[0], starts.at(-1)]
  useEffect(() => watchCalendar({ fromMs, toMs }), [fromMs, toMs])
  const days = useCalendarDays(zone, dates, starts, entries)
  const openKey = open?.key ?? null
  const openedEntry = useMemo(
    () => (openKey === null ? undefined : entries.find((entry) => entryKey(entry) === openKey)),
    [entries, openKey]
  )

  let content: ReactNode
  if (status === 'failed' && error !== null) {
    content = <LoadFailure error={error} onRetry={() => void loadCalendar()} />
  } else if (span === null) {
    content = <LoadingRows height={90} rows={6} />
  } else if (isEmpty && isUnreadable) {
    content = <UnreadableFile file="campaigns.json" />
  } else if (isEmpty) {
    content = (
      <EmptyState
        icon={IconCalendar}
        title={t('empty.title')}
        text={t('empty.text')}
        action={
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => void openPage('campaigns', { campaign_id: 'new' })}
          >
            {t('empty.action')}
          </Button>
        }
      />
    )
  } else {
    const shared = { days, zone, today, date, openKey, onOpen: openEntry, onLeave: () => setOpen(null) }
    content = (
      <>
        <CalendarToolbar
          look={look}
          isLookFixed={isNarrow}
          zone={zone}
          date={date}
          today={today}
          agenda={agenda}
          onGoTo={goTo}
        />
        <UnknownZones />
        {look === 'month' ? (
          <MonthGrid {...shared} onGoTo={setDate} onOpenDay={openDay} />
        ) : (
          <Agenda
            {...shared}
            isKnown={span.fromMs <= fromMs && span.toMs >= toMs}
            onEarlier={() => setAgenda({ ...agenda, first: plusDays(agenda.first, -AGENDA_DAYS) })}
            onLater={() => setAgenda({ ...agenda, last: plusDays(agenda.last, AGENDA_DAYS) })}
          />
        )}
      </>
    )
  }
  return (
    <Page scroll="own" header={<PageHeader title={t('title')} description={t('description')} />}>
      {content}
      {open !== null && openedEntry !== undefined && (
        <EntryCard
          key={open.key}
          entry={openedEntry}
          place={open.place}
          // A line of the agenda has nothing beside it.
          position={look === 'month' ? 'right-start' : 'bottom-end'}
          zone={zone}
          onRunNow={setToRun}
          onClose={() => setOpen(null)}
        />
      )}
      {toRun !== null && <RunNowDialog campaign={toRun} onClose={() => setToRun(null)} />}
    </Page>
  )
}
