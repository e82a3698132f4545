import { UnstyledButton } from '@mantine/core'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { DeliveryCell } from '../../../../shared/domain/delivery'
import { DeliveryStateIcon } from '../../../ui/delivery-state-icon'
import { Foreign } from '../../../ui/foreign'
import said from '../../../ui/said.module.css'
import { DELIVERY_TONES } from '../../../ui/status-badge'
import type { CellWords } from './use-cell-words'
import classes from './deliveries.module.css'

interface DeliveryCellProps {
  /** Whose message: for screen readers, a cell alone does not say it. */
  readonly contact: string
  readonly channel: ChannelId
  readonly channelName: string
  readonly cell: DeliveryCell
  readonly words: CellWords
  /** No room for words: they are read out, and shown by the pointer. */
  readonly isSmall: boolean
  readonly onOpen: () => void
}

/** What became of one message: its state, and why or when. Opens the delivery. */
export function DeliveryCellButton({
  contact,
  channel,
  channelName,
  cell,
  words,
  isSmall,
  onOpen
}: DeliveryCellProps) {
  const { state, at, matches } = cell
  const { why, time } = words
  return (
    <UnstyledButton
      className={classes['cell']}
      data-opens-cell={channel}
      data-tone={DELIVERY_TONES[state]}
      data-other={!matches || undefined}
      tabIndex={-1}
      title={words.all}
      onClick={onOpen}
    >
      <span className={said['said']}>
        <Foreign>{contact}</Foreign>, {channelName}: {isSmall && words.all}
      </span>
      <span className={classes['state']} data-small={isSmall || undefined}>
        <DeliveryStateIcon state={state} />
        {!isSmall && words.state}
      </span>
      {!isSmall && why !== null && <span className={classes['why']}>{why}</span>}
      {!isSmall && time !== null && <time dateTime={at}>{time}</time>}
    </UnstyledButton>
  )
}
