import { CloseButton } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { ContactFilter } from '../../../../shared/domain/contact-query'
import { type Condition, conditionsOf } from './filter-conditions'
import classes from './contacts.module.css'

interface FilterChipsProps {
  readonly filter: ContactFilter
  readonly onFilter: (filter: ContactFilter) => void
}

/** The conditions that are on, each with a cross: nobody wonders where the others have gone. */
export function FilterChips({ filter, onFilter }: FilterChipsProps) {
  const { t } = useTranslation(['contacts', 'common'])
  const conditions = conditionsOf(filter)
  if (conditions.length === 0) return null
  return (
    <ul className={classes['chips']} aria-label={t('filter.active')}>
      {conditions.map((condition) => {
        const text = conditionText(condition, t)
        return (
          <li key={`${condition.key} ${condition.value}`} className={classes['chip']}>
            {text}
            <CloseButton
              size="xs"
              aria-label={t('filter.remove', { condition: text })}
              onClick={() => onFilter(condition.without)}
            />
          </li>
        )
      })}
    </ul>
  )
}

function conditionText({ key, value }: Condition, t: TFunction<['contacts', 'common']>): string {
  switch (key) {
    case 'channel':
      return t('filter.chip_channel', { channel: t(`common:channels.${value as ChannelId}`) })
    case 'tag':
      return t('filter.chip_tag', { tag: value })
    case 'do_not_contact':
      return t(`filter.do_not_contact_${value as 'yes' | 'no'}`)
    case 'contacted':
      return t(`filter.contacted_${value as 'never' | 'ever'}`)
    case 'needs_check':
      return t('filter.chip_needs_check')
  }
}
