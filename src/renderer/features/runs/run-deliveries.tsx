import { Button, Select } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelIdSchema } from '../../../shared/domain/channel'
import { isOpen, type RunDetail, type RunSummary } from '../../../shared/domain/run'
import { useNavigationStore } from '../../stores/navigation-store'
import { EmptyState } from '../../ui/empty-state'
import { SearchInput } from '../../ui/search-input'
import { DeliveryDrawer } from './delivery-drawer'
import { everyDelivery, filterDeliveries } from './delivery-filter'
import { DeliveryTable } from './delivery-table'
import { UnknownNotice } from './run-notices'
import { settledOf } from './run-progress'
import { RunProgressBar } from './run-progress-bar'
import { RunWaits } from './run-waits'
import { askAndSettle } from './settle-unknown'
import { StateTiles } from './state-tiles'
import classes from './runs.module.css'

interface RunDeliveriesProps {
  readonly run: RunSummary
  readonly detail: RunDetail
}

/** The counts of a run, and its deliveries under the filter that the counts and fields set. */
export function RunDeliveries({ run, detail }: RunDeliveriesProps) {
  const { t } = useTranslation(['runs', 'common'])
  const asked = useNavigationStore((store) => store.run_state)
  const [filter, setFilter] = useState({ ...everyDelivery, state: asked ?? everyDelivery.state })
  const [openId, setOpenId] = useState<string | null>(null)

  const applied = useDeferredValue(filter)
  const { deliveries } = detail
  const shown = useMemo(() => filterDeliveries(deliveries, applied), [deliveries, applied])
  const open = useMemo(
    () => (openId === null ? undefined : deliveries.find((delivery) => delivery.id === openId)),
    [deliveries, openId]
  )
  const isDeciding = applied.state === 'unknown'
  const channels = [
    { value: 'all', label: t('all_channels') },
    ...detail.flow.map((channel) => ({ value: channel, label: t(`common:channels.${channel}`) }))
  ]

  return (
    <>
      <div className={classes['progress']}>
        <RunProgressBar counts={run.counts} />
        <span className={classes['quiet']}>{t('progress', settledOf(run.counts))}</span>
      </div>
      <RunWaits waits={detail.waits} />
      {run.counts.unknown > 0 && filter.state !== 'unknown' && (
        <UnknownNotice
          count={run.counts.unknown}
          onShow={() => setFilter({ ...everyDelivery, state: 'unknown' })}
        />
      )}
      <StateTiles
        counts={run.counts}
        isOpen={isOpen(run)}
        state={filter.state}
        onState={(state) => setFilter({ ...filter, state })}
      />
      <div className={classes['toolbar']}>
        <div className={classes['filters']}>
          <SearchInput
            value={filter.query}
            onChange={(query) => setFilter({ ...filter, query })}
            label={t('search_deliveries')}
            width={280}
          />
          <Select
            w={160}
            aria-label={t('channels_label')}
            data={channels}
            value={filter.channel}
            allowDeselect={false}
            onChange={(value) =>
              setFilter({ ...filter, channel: channelIdSchema.safeParse(value).data ?? 'all' })
            }
          />
        </div>
        <div className={classes['bulk']}>
          {isDeciding && shown.length > 0 && (
            <>
              <Button size="xs" variant="default" onClick={() => void askAndSettle(run.id, shown, 'again')}>
                {t('settle.again_bulk', { count: shown.length })}
              </Button>
              <Button size="xs" onClick={() => void askAndSettle(run.id, shown, 'arrived')}>
                {t('settle.arrived_bulk', { count: shown.length })}
              </Button>
            </>
          )}
          <span className={classes['quiet']} role="status">
            {shown.length === deliveries.length
              ? t('deliveries', { count: deliveries.length })
              : t('deliveries_found', { found: shown.length, all: deliveries.length })}
          </span>
        </div>
      </div>
      <DeliveryTable
        deliveries={shown}
        onOpen={(delivery) => setOpenId(delivery.id)}
        resetKey={`${applied.state} ${applied.channel} ${applied.query}`}
        whenEmpty={
          <EmptyState
            icon={IconSearch}
            title={t('no_deliveries_title')}
            text={t('no_deliveries_text')}
            action={
              <Button variant="default" onClick={() => setFilter(everyDelivery)}>
                {t('reset_filter')}
              </Button>
            }
          />
        }
      />
      {open !== undefined && (
        <DeliveryDrawer runId={run.id} delivery={open} onClose={() => setOpenId(null)} />
      )}
    </>
  )
}
