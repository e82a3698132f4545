import { Button, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { memo, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { DeliveryRef, DeliveryRow } from '../../../../shared/domain/delivery'
import { ChannelIcon } from '../../../ui/channel-icon'
import { EmptyState } from '../../../ui/empty-state'
import { Foreign } from '../../../ui/foreign'
import { useIsNarrow } from '../../../ui/use-is-narrow'
import { type Column, type RowList, WindowedTable } from '../../../ui/windowed-table'
import { DeliveryCellButton } from './delivery-cell'
import { firstMatch } from './first-match'
import { useCellWords } from './use-cell-words'
import classes from './deliveries.module.css'

const ROW_HEIGHT = 40

const keyOf = (row: DeliveryRow): string => row.contact_id

interface DeliveryTableProps {
  readonly rows: RowList<DeliveryRow>
  readonly onLook: (first: number, end: number) => void
  readonly flow: readonly ChannelId[]
  readonly onOpen: (delivery: DeliveryRef) => void
  readonly resetKey: string
  readonly onShowAll: () => void
}

function Table({ rows, onLook, flow, onOpen, resetKey, onShowAll }: DeliveryTableProps) {
  const { t } = useTranslation(['runs', 'common'])
  const wordsOf = useCellWords()
  const isNarrow = useIsNarrow()
  const openRow = useCallback(
    (row: DeliveryRow) => {
      const channel = firstMatch(row, flow)
      if (channel !== undefined) onOpen({ contact_id: row.contact_id, channel })
    },
    [flow, onOpen]
  )

  const columns = useMemo(() => {
    const nameOf = ({ contact_id, contact_name }: DeliveryRow) =>
      contact_name === contact_id ? t('no_name') : contact_name
    const contact: Column<DeliveryRow> = {
      id: 'contact',
      width: isNarrow ? 'minmax(0, 1.4fr)' : 'minmax(0, 0.9fr)',
      header: t('delivery_columns.contact'),
      cell: (row) => (
        <UnstyledButton className={classes['contact']} data-opens-row onClick={() => openRow(row)}>
          <Foreign>{nameOf(row)}</Foreign>
        </UnstyledButton>
      )
    }
    const channels = flow.map((channel): Column<DeliveryRow> => {
      const channelName = t(`common:channels.${channel}`)
      return {
        id: channel,
        width: flow.length === 1 ? 'minmax(0, 2fr)' : 'minmax(0, 1fr)',
        header: (
          <span className={classes['channel']}>
            <ChannelIcon channel={channel} size={15} />
            {channelName}
          </span>
        ),
        cell: (row) => {
          const cell = row.cells[channel]
          if (cell === undefined) return null
          return (
            <DeliveryCellButton
              contact={nameOf(row)}
              channel={channel}
              channelName={channelName}
              cell={cell}
              words={wordsOf(cell)}
              isSmall={isNarrow && flow.length > 1}
              onOpen={() => onOpen({ contact_id: row.contact_id, channel })}
            />
          )
        }
      }
    })
    return [contact, ...channels]
  }, [t, flow, isNarrow, wordsOf, openRow, onOpen])

  return (
    <WindowedTable
      label={t('deliveries_table')}
      columns={columns}
      rows={rows}
      onLook={onLook}
      rowKey={keyOf}
      rowHeight={ROW_HEIGHT}
      onOpen={openRow}
      resetKey={resetKey}
      keepsPlace
      whenEmpty={
        <EmptyState
          icon={IconSearch}
          title={t('no_deliveries_title')}
          text={t('no_deliveries_text')}
          action={
            <Button variant="default" onClick={onShowAll}>
              {t('reset_filter')}
            </Button>
          }
        />
      }
    />
  )
}

/**
 * The contacts of a run, and what became of each message: a row a contact, a column a channel. Not drawn anew by a
 * change of the counts around it.
 */
export const DeliveryTable = memo(Table)
