import { Button, Select, Tooltip } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SearchInput } from '../../ui/search-input'
import { LEVEL_CHOICES, type LogFilter, SOURCE_CHOICES } from './log-filter'
import classes from './console.module.css'

interface ConsoleToolbarProps {
  readonly filter: LogFilter
  readonly onFilter: (filter: LogFilter) => void
  readonly isFollowing: boolean
  readonly onFollow: (follow: boolean) => void
}

/** Which lines are shown, and whether the view moves with them. */
export function ConsoleToolbar({ filter, onFilter, isFollowing, onFollow }: ConsoleToolbarProps) {
  const { t } = useTranslation('console')
  const Symbol = isFollowing ? IconPlayerPause : IconPlayerPlay
  return (
    <div className={classes['toolbar']}>
      <SearchInput
        value={filter.query}
        onChange={(query) => onFilter({ ...filter, query })}
        label={t('search')}
        width={260}
      />
      <Select
        w={190}
        aria-label={t('level_label')}
        data={LEVEL_CHOICES.map((value) => ({ value, label: t(`levels.${value}`) }))}
        value={filter.level}
        allowDeselect={false}
        onChange={(level) => onFilter({ ...filter, level: level ?? 'all' })}
      />
      <Select
        w={160}
        aria-label={t('source_label')}
        data={SOURCE_CHOICES.map((value) => ({ value, label: t(`sources.${value}`) }))}
        value={filter.source}
        allowDeselect={false}
        onChange={(source) => onFilter({ ...filter, source: source ?? 'all' })}
      />
      <Tooltip label={t(isFollowing ? 'follow_hint' : 'paused_hint')}>
        <Button
          className={classes['follow']}
          variant={isFollowing ? 'light' : 'default'}
          leftSection={<Symbol size={15} aria-hidden />}
          aria-pressed={isFollowing}
          onClick={() => onFollow(!isFollowing)}
        >
          {t(isFollowing ? 'following' : 'follow')}
        </Button>
      </Tooltip>
    </div>
  )
}
