import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SearchInput } from '../../ui/search-input'
import type { StatusFilter } from './campaign-order'
import classes from './campaigns.module.css'

interface ListFilterProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly filter: StatusFilter
  readonly onFilter: (filter: StatusFilter) => void
  /** Only statuses that campaigns have are offered. */
  readonly counts: ReadonlyMap<StatusFilter, number>
}

/** Search and status, for when there are many campaigns. */
export function ListFilter({ query, onQuery, filter, onFilter, counts }: ListFilterProps) {
  const { t } = useTranslation(['campaigns', 'common'])
  const options = [...counts].map(([status, count]) => ({
    value: status,
    label: (
      <span className={classes['filterOption']}>
        {status === 'all' ? t('filter_all') : t(`campaign_status.${status}`, { ns: 'common' })}
        <span className={classes['filterCount']}>{count}</span>
      </span>
    )
  }))
  return (
    <div className={classes['filter']}>
      <SearchInput label={t('search')} value={query} onChange={onQuery} />
      <SegmentedControl
        size="xs"
        aria-label={t('filter')}
        data={options}
        value={filter}
        onChange={onFilter}
      />
    </div>
  )
}
