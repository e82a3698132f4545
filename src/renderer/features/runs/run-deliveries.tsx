import { Button, Select } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelIdSchema } from '../../../shared/domain/channel'
import { isOpen, type RunDetail, type RunSummary } from '../../../shared/domain/run'
import { EmptyState } from '../../ui/empty-state'
import { SearchInput } from '../../ui/search-input'
import { DeliveryDrawer } from './delivery-drawer'
import { everyDelivery, filterDeliveries } from './delivery-filter'
import { DeliveryTable } from './delivery-table'
import { settledOf } from './run-progress'
import { RunProgressBar } from './run-progress-bar'
import { StateTiles } from './state-tiles'
import classes from './runs.module.css'

interface RunDeliveriesProps {
  readonly run: RunSummary
  readonly detail: RunDetail
}

/** The counts of a run, and its deliveries under the filter that the counts and fields set. */
export function RunDeliveries({ run, detail }: RunDeliveriesProps) {
  const { t } = useTranslation(['runs', 'common'])
  const [filter, setFilter] = useState(everyDelivery)
  const [openId, setOpenId] = useState<string | null>(null)

  const applied = useDeferredValue(filter)
  const { deliveries } = detail
  const shown = useMemo(() => filterDeliveries(deliveries, applied), [deliveries, applied])
  const open = useMemo(
    () => (openId === null ? undefined : deliveries.find((delivery) => delivery.id === openId)),
    [deliveries, openId]
  )
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
        <span className={classes['quiet']} role="status">
          {shown.length === deliveries.length
            ? t('deliveries', { count: deliveries.length })
            : t('deliveries_found', { found: shown.length, all: deliveries.length })}
        </span>
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
      {open !== undefined && <DeliveryDrawer delivery={open} onClose={() => setOpenId(null)} />}
    </>
  )
}
