import { Tabs } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type DeliveryQuery,
  type DeliveryRef,
  type DeliveryState,
  EVERY_DELIVERY
} from '../../../../shared/domain/delivery'
import type { RunOverview } from '../../../../shared/domain/run'
import { useKeptState } from '../../../stores/kept-state'
import type { Place } from '../../../stores/navigation-store'
import { useShownPlace } from '../../../stores/shown-place'
import { EmptyState } from '../../../ui/empty-state'
import { ComparedTab } from '../compared/compared-tab'
import { DeliveriesTab } from '../deliveries/deliveries-tab'
import { settledOf } from '../run-progress'
import { MessageTab } from './message-tab'
import { RunNotices, UnknownNotice } from './run-notices'
import { RunStanding } from './run-standing'
import classes from './run.module.css'

const TABS = ['deliveries', 'compared', 'message'] as const

type Tab = (typeof TABS)[number]

/** The delivery that another page sent the operator to. */
function askedDelivery({ contact_id, run_channel: channel }: Place): DeliveryRef | null {
  return contact_id === null || channel === null ? null : { contact_id, channel }
}

/** How a run stands, and below it its deliveries, the runs before it, or what it says. */
export function RunBody({ overview }: { readonly overview: RunOverview }) {
  const { t } = useTranslation('runs')
  const place = useShownPlace()
  const [tab, setTab] = useKeptState<Tab>('run.tab', () => 'deliveries')
  const [query, setQuery] = useKeptState<DeliveryQuery>('run.query', () => ({
    ...EVERY_DELIVERY,
    state: place.run_state ?? 'all'
  }))
  const [open, setOpen] = useState(() => askedDelivery(place))
  const show = useCallback(
    (state: DeliveryState) => {
      setTab('deliveries')
      setQuery({ ...EVERY_DELIVERY, state })
    },
    [setTab, setQuery]
  )

  const { summary: run } = overview
  const isEmpty = settledOf(run.counts).total === 0
  const isDeciding = tab === 'deliveries' && query.state === 'unknown'
  return (
    <div className={classes['body']}>
      <RunNotices run={run} />
      {!isEmpty && <RunStanding overview={overview} onState={show} />}
      {run.counts.unknown > 0 && !isDeciding && (
        <UnknownNotice count={run.counts.unknown} onShow={() => show('unknown')} />
      )}
      <Tabs
        value={tab}
        onChange={(value) => setTab(TABS.find((known) => known === value) ?? 'deliveries')}
        keepMounted={false}
        classNames={{ root: classes['tabs'] ?? '', panel: classes['panel'] ?? '' }}
      >
        <Tabs.List>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="deliveries">
          {isEmpty ? (
            <EmptyState
              icon={IconUsersGroup}
              title={t(run.status === 'buffered' ? 'buffered_title' : 'nobody_title')}
              text={t(run.status === 'buffered' ? 'buffered_text' : 'nobody_text')}
            />
          ) : (
            <DeliveriesTab
              overview={overview}
              query={query}
              onQuery={setQuery}
              open={open}
              onOpen={setOpen}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="compared">
          <ComparedTab run={run} />
        </Tabs.Panel>
        <Tabs.Panel value="message">
          <MessageTab overview={overview} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
