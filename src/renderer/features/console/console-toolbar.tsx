import { Button, Select, Tooltip } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { LEVEL_CHOICES, type LogFilter, SOURCE_CHOICES } from '../../../shared/domain/log-filter'
import { changeFilter } from '../../stores/console-view'
import { SearchInput } from '../../ui/search-input'
import { FilterPanel } from './filter-panel'
import classes from './console.module.css'

interface ConsoleToolbarProps {
  readonly filter: LogFilter
  readonly isFollowing: boolean
  readonly onFollow: (follow: boolean) => void
}

function Toolbar({ filter, isFollowing, onFollow }: ConsoleToolbarProps) {
  const { t } = useTranslation('console')
  const Symbol = isFollowing ? IconPlayerPause : IconPlayerPlay
  return (
    <div className={classes['toolbar']}>
      <div className={classes['search']}>
        <SearchInput
          value={filter.query}
          onChange={(query) => changeFilter({ query })}
          label={t('search')}
          width="100%"
        />
      </div>
      <Select
        className={classes['levelChoice'] ?? ''}
        aria-label={t('level_label')}
        data={LEVEL_CHOICES.map((value) => ({ value, label: t(`levels.${value}`) }))}
        value={filter.level}
        allowDeselect={false}
        onChange={(level) => changeFilter({ level: level ?? 'all' })}
      />
      <Select
        className={classes['sourceChoice'] ?? ''}
        aria-label={t('source_label')}
        data={SOURCE_CHOICES.map((value) => ({ value, label: t(`sources.${value}`) }))}
        value={filter.source}
        allowDeselect={false}
        onChange={(source) => changeFilter({ source: source ?? 'all' })}
      />
      <FilterPanel filter={filter} />
      <Tooltip label={t(isFollowing ? 'follow_hint' : 'paused_hint')} multiline w={240}>
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

/** Which lines are shown, and whether the view moves with them. Not drawn anew by each line that comes. */
export const ConsoleToolbar = memo(Toolbar)
