import { useTranslation } from 'react-i18next'
import type { ContactFilter } from '../../../../shared/domain/contact-query'
import { SearchInput } from '../../../ui/search-input'
import { FilterMenu } from './filter-menu'
import { SavedFilterMenu } from './saved-filter-menu'
import classes from './contacts.module.css'

interface ListToolbarProps {
  readonly filter: ContactFilter
  readonly onFilter: (filter: ContactFilter) => void
  readonly found: number
  readonly all: number
}

/** Search, filters, and how many they leave. */
export function ListToolbar({ filter, onFilter, found, all }: ListToolbarProps) {
  const { t } = useTranslation('contacts')
  return (
    <div className={classes['toolbar']}>
      <div className={classes['side']}>
        <SearchInput
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
          label={t('search')}
          width={280}
        />
        <FilterMenu filter={filter} onFilter={onFilter} />
        <SavedFilterMenu filter={filter} onFilter={onFilter} />
      </div>
      <span className={classes['count']} role="status">
        {found === all ? t('all_count', { count: all }) : t('found_count', { found, all })}
      </span>
    </div>
  )
}
