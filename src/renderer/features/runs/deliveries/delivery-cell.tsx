import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { DeliveryCell } from '../../../../shared/domain/delivery'
import { useLocalZone } from '../../../stores/settings-store'
import { formatTimeWithSeconds } from '../../../ui/date-format'
import { DeliveryStateIcon } from '../../../ui/delivery-state-icon'
import { Foreign } from '../../../ui/foreign'
import { DELIVERY_TONES } from '../../../ui/status-badge'
import { reasonWords } from './reason-words'
import classes from './deliveries.module.css'

interface DeliveryCellProps {
  readonly contact: string
  readonly channel: ChannelId
  readonly cell: DeliveryCell
  /** No room for words: they are read out, and shown by the pointer. */
  readonly isSmall: boolean
  readonly onOpen: () => void
}

/** What became of one message: its state, and why or when. Opens the delivery. */
export function DeliveryCellButton({ contact, channel, cell, isSmall, onOpen }: DeliveryCellProps) {
  const { t, i18n } = useTranslation(['runs', 'common'])
  const { t: ofMessages } = useTranslation('message')
  const zone = useLocalZone()
  const { state, at, reason, missing, matches } = cell
  const time = at === undefined ? null : formatTimeWithSeconds(new Date(at), zone, i18n.language)
  const why =
    reason === undefined
      ? null
      : reasonWords({ code: reason, ...(missing !== undefined && { detail: missing }) }, t, ofMessages)
  const name = t(`common:delivery_state.${state}`)
  const words = [name, why, time].filter((word) => word !== null).join(', ')
  return (
    <UnstyledButton
      className={classes['cell']}
      data-opens-cell={channel}
      data-tone={DELIVERY_TONES[state]}
      data-other={!matches || undefined}
      tabIndex={-1}
      title={words}
      onClick={onOpen}
    >
      <span className={classes['said']}>
        <Foreign>{contact}</Foreign>, {t(`common:channels.${channel}`)}: {isSmall && words}
      </span>
      <span className={classes['state']} data-small={isSmall || undefined}>
        <DeliveryStateIcon state={state} />
        {!isSmall && name}
      </span>
      {!isSmall && why !== null && <span className={classes['why']}>{why}</span>}
      {!isSmall && time !== null && <time dateTime={at}>{time}</time>}
    </UnstyledButton>
  )
}
