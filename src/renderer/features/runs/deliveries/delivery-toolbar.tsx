import { Button, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type ChannelId, channelIdSchema } from '../../../../shared/domain/channel'
import type { DeliveryQuery } from '../../../../shared/domain/delivery'
import type { FoundDeliveries } from '../../../stores/run-found'
import { errorText } from '../../../ui/error-text'
import { SearchInput } from '../../../ui/search-input'
import { askAndSettleFound } from './settle-unknown'
import shared from '../runs.module.css'
import classes from './deliveries.module.css'

interface DeliveryToolbarProps {
  readonly runId: string
  readonly flow: readonly ChannelId[]
  readonly query: DeliveryQuery
  readonly onQuery: (query: DeliveryQuery) => void
  readonly found: FoundDeliveries
}

/** The fields that filter the deliveries of a run, how many they let through, and what can be done with all of those. */
export function DeliveryToolbar({ runId, flow, query, onQuery, found }: DeliveryToolbarProps) {
  const { t } = useTranslation(['runs', 'common'])
  const isDeciding = query.state === 'unknown' && found.isCurrent && found.deliveries > 0
  const channels = [
    { value: 'all', label: t('all_channels') },
    ...flow.map((channel) => ({ value: channel, label: t(`common:channels.${channel}`) }))
  ]
  return (
    <div className={classes['toolbar']}>
      <SearchInput
        value={query.text}
        onChange={(text) => onQuery({ ...query, text })}
        label={t('search_deliveries')}
        width={260}
      />
      {flow.length > 1 && (
        <Select
          w={140}
          aria-label={t('channels_label')}
          data={channels}
          value={query.channel}
          allowDeselect={false}
          onChange={(value) => onQuery({ ...query, channel: channelIdSchema.safeParse(value).data ?? 'all' })}
        />
      )}
      <span className={shared['quiet']} role="status" aria-busy={!found.isCurrent}>
        {found.error === null
          ? !found.isLoading &&
            t('found', {
              contacts: t('common:contacts', { count: found.list.length }),
              deliveries: t('deliveries', { count: found.deliveries })
            })
          : errorText(found.error)}
      </span>
      {isDeciding && (
        <div className={classes['bulk']}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void askAndSettleFound(runId, query, 'again')}
          >
            {t('settle.again_bulk', { count: found.deliveries })}
          </Button>
          <Button size="compact-sm" onClick={() => void askAndSettleFound(runId, query, 'arrived')}>
            {t('settle.arrived_bulk', { count: found.deliveries })}
          </Button>
        </div>
      )}
    </div>
  )
}
