import { Button, SegmentedControl } from '@mantine/core'
import { IconInbox, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS, type ChannelId } from '../../../shared/domain/channel'
import type { PracticeMessage } from '../../../shared/domain/practice'
import { useKeptState } from '../../stores/kept-state'
import { openPage } from '../../stores/navigation-store'
import { EmptyState } from '../../ui/empty-state'
import { SearchInput } from '../../ui/search-input'
import { useNow } from '../../ui/use-now'
import { filterMessages } from './inbox-filter'
import { MessageCard } from './message-card'
import classes from './practice.module.css'

const MINUTE_MS = 60_000

interface MessageListProps {
  readonly messages: readonly PracticeMessage[]
  readonly isPractising: boolean
}

/** The messages, newest first, by channel and text. */
export function MessageList({ messages, isPractising }: MessageListProps) {
  const { t } = useTranslation(['practice', 'common'])
  const now = useNow(MINUTE_MS)
  const [channel, setChannel] = useKeptState<ChannelId | 'all'>('practice.channel', () => 'all')
  const [query, setQuery] = useKeptState('practice.query', () => '')
  const searched = useDeferredValue(query)
  const shown = useMemo(() => filterMessages(messages, channel, searched), [messages, channel, searched])

  if (messages.length === 0)
    return (
      <EmptyState
        icon={IconInbox}
        title={t('empty_title')}
        text={t(isPractising ? 'empty_text' : 'empty_off_text')}
        action={
          <Button variant="default" onClick={() => void openPage(isPractising ? 'campaigns' : 'settings')}>
            {t(isPractising ? 'open_campaigns' : 'open_settings')}
          </Button>
        }
      />
    )
  return (
    <>
      <div className={classes['toolbar']}>
        <div className={classes['search']}>
          <SearchInput value={query} onChange={setQuery} label={t('search')} width="100%" />
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t('channels_label')}
          data={[
            { value: 'all' as const, label: t('all') },
            ...CHANNEL_IDS.map((value) => ({ value, label: t(`common:channels.${value}`) }))
          ]}
          value={channel}
          onChange={setChannel}
        />
        <span className={classes['count']} role="status">
          {shown.length === messages.length
            ? t('shown', { count: messages.length })
            : t('found', { found: shown.length, all: messages.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={IconSearch}
          title={t('none_found_title')}
          text={t('none_found_text')}
          action={
            <Button
              variant="default"
              onClick={() => {
                setChannel('all')
                setQuery('')
              }}
            >
              {t('show_all')}
            </Button>
          }
        />
      ) : (
        <ul className={classes['messages']} aria-label={t('messages_label')} tabIndex={0}>
          {shown.map((message) => (
            <MessageCard key={message.seq} message={message} now={new Date(now)} />
          ))}
        </ul>
      )}
    </>
  )
}
