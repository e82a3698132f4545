import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryView } from '../../../shared/domain/delivery'
import { useLocalZone } from '../../stores/settings-store'
import { ChannelIcon } from '../../ui/channel-icon'
import { formatTimeWithSeconds } from '../../ui/date-format'
import { durationText } from '../../ui/duration-text'
import { DeliveryStateBadge } from '../../ui/status-badge'
import { useIsNarrow } from '../../ui/use-is-narrow'
import { type Column, WindowedTable } from '../../ui/windowed-table'
import { readableAddress } from './readable-address'
import classes from './runs.module.css'

const ROW_HEIGHT = 42

interface DeliveryTableProps {
  readonly deliveries: readonly DeliveryView[]
  readonly onOpen: (delivery: DeliveryView) => void
  readonly resetKey: string
  readonly whenEmpty: ReactNode
}

/** Every delivery of a run, contact by contact, channel by channel. */
export function DeliveryTable({ deliveries, onOpen, resetKey, whenEmpty }: DeliveryTableProps) {
  const { t, i18n } = useTranslation(['runs', 'common', 'reasons'])
  const zone = useLocalZone()
  const isNarrow = useIsNarrow()

  const nameOf = ({ contact_id, contact_name }: DeliveryView) =>
    contact_name === contact_id ? t('no_name') : contact_name

  const columns: readonly Column<DeliveryView>[] = [
    {
      id: 'contact',
      width: 'minmax(0, 1.2fr)',
      header: t('delivery_columns.contact'),
      cell: (delivery, above) => (
        <UnstyledButton
          className={classes['contact']}
          data-again={above?.contact_id === delivery.contact_id || undefined}
          data-opens-row
          aria-label={`${nameOf(delivery)}, ${t(`common:channels.${delivery.channel}`)}`}
          onClick={() => onOpen(delivery)}
        >
          {nameOf(delivery)}
        </UnstyledButton>
      )
    },
    {
      id: 'channel',
      width: '100px',
      header: t('delivery_columns.channel'),
      cell: (delivery) => (
        <span className={classes['channel']}>
          <ChannelIcon channel={delivery.channel} size={15} />
          {t(`common:channels.${delivery.channel}`)}
        </span>
      )
    },
    {
      id: 'address',
      width: 'minmax(0, 1fr)',
      header: t('delivery_columns.address'),
      cell: (delivery) => <span className={classes['quiet']}>{readableAddress(delivery)}</span>
    },
    {
      id: 'state',
      width: 'minmax(0, 1.7fr)',
      header: t('delivery_columns.state'),
      cell: (delivery) => (
        <span className={classes['state']}>
          <DeliveryStateBadge state={delivery.state} />
          {delivery.reason !== undefined && (
            <span className={classes['reason']} title={t(`reasons:${delivery.reason.code}`)}>
              {t(`reason_short.${delivery.reason.code}`)}
            </span>
          )}
        </span>
      )
    },
    {
      id: 'time',
      width: '66px',
      align: 'end',
      header: t('delivery_columns.time'),
      cell: (delivery) =>
        delivery.at !== undefined && (
          <time dateTime={delivery.at} className={classes['quiet']}>
            {formatTimeWithSeconds(new Date(delivery.at), zone, i18n.language)}
          </time>
        )
    },
    {
      id: 'duration',
      width: '66px',
      align: 'end',
      header: t('delivery_columns.duration'),
      cell: (delivery) =>
        delivery.duration_ms !== undefined && (
          <span className={classes['quiet']}>{durationText(delivery.duration_ms, i18n.language)}</span>
        )
    },
    {
      id: 'code',
      width: '38px',
      align: 'end',
      header: t('delivery_columns.code'),
      cell: (delivery) => <span className={classes['quiet']}>{delivery.status_code}</span>
    }
  ]

  return (
    <WindowedTable
      label={t('deliveries_table')}
      columns={isNarrow ? columns.filter(({ id }) => id !== 'duration' && id !== 'code') : columns}
      rows={deliveries}
      rowKey={(delivery) => delivery.id}
      rowHeight={ROW_HEIGHT}
      onOpen={onOpen}
      resetKey={resetKey}
      whenEmpty={whenEmpty}
    />
  )
}
