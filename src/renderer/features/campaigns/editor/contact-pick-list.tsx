import { Checkbox } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { displayName } from '../../../../shared/domain/contact'
import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import { useContactsById } from '../../../stores/contact-ids'
import { ChannelIcon } from '../../../ui/channel-icon'
import { Foreign } from '../../../ui/foreign'
import { useRowWindow } from '../../../ui/use-row-window'
import { canReach, isBlocked } from '../../../../shared/domain/reach'
import { visibleText } from '../../../../shared/text/foreign-text'
import classes from './audience.module.css'

const ROW_HEIGHT = 36
/** Half a row more than seven shows that the list goes on. */
const MOST_ROWS = 7.5
const BORDERS = 2

interface ContactPickListProps {
  readonly ids: readonly string[]
  /** How many there are without the search: the list keeps its height while one searches. */
  readonly total: number
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (id: string) => void
  /** When it changes the list goes back to its first row. */
  readonly resetKey: string
}

/** The contacts as rows to tick. Only the rows in sight are drawn. */
export function ContactPickList({ ids, total, chosen, onToggle, resetKey }: ContactPickListProps) {
  const { t } = useTranslation(['campaigns', 'common'])
  const { scroller, element, first, end } = useRowWindow(ids.length, ROW_HEIGHT)
  const contacts = useContactsById(ids)
  const scrolled = useRef<HTMLDivElement | null>(null)

  useEffect(() => contacts.look(first, end), [contacts, first, end])
  useLayoutEffect(() => {
    scrolled.current = element
    scrolled.current?.scrollTo(0, 0)
  }, [element, resetKey])

  return (
    <div
      ref={scroller}
      className={classes['pickList']}
      role="group"
      aria-label={t('editor.contacts_list')}
      tabIndex={-1}
      style={{ height: Math.min(total, MOST_ROWS) * ROW_HEIGHT + BORDERS }}
    >
      {ids.length === 0 && <p className={classes['pickNothing']}>{t('editor.contacts_not_found')}</p>}
      <div className={classes['pickBody']} style={{ height: ids.length * ROW_HEIGHT }}>
        {ids.slice(first, end).map((id, offset) => {
          const contact = contacts.at(first + offset)
          return contact === undefined ? null : (
            <label
              key={id}
              className={classes['pick']}
              style={{ height: ROW_HEIGHT, transform: `translateY(${(first + offset) * ROW_HEIGHT}px)` }}
            >
              <Checkbox
                size="xs"
                checked={chosen.has(contact._id)}
                onChange={() => onToggle(contact._id)}
                aria-label={visibleText(displayName(contact))}
              />
              <span className={classes['pickName']}>
                <Foreign>{displayName(contact)}</Foreign>
              </span>
              {isBlocked(contact) ? (
                <span className={classes['pickBlocked']}>{t('editor.contacts_blocked')}</span>
              ) : (
                <span className={classes['pickChannels']}>
                  {CHANNEL_IDS.map((channel) =>
                    canReach(contact, channel) ? (
                      <span key={channel} role="img" aria-label={t(`channels.${channel}`, { ns: 'common' })}>
                        <ChannelIcon channel={channel} size={15} />
                      </span>
                    ) : (
                      <span key={channel} className={classes['pickNoChannel']} aria-hidden />
                    )
                  )}
                </span>
              )}
            </label>
          )
        })}
      </div>
    </div>
  )
}
