import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useContactsStore } from '../../../stores/contacts-store'
import { openPage } from '../../../stores/navigation-store'
import classes from './contacts.module.css'

/** What about the list deserves a look: people who are in it more than once. */
export function ListNotices() {
  const { t } = useTranslation('contacts')
  const groups = useContactsStore((state) => state.duplicate_groups)
  if (groups === 0) return null
  return (
    <div className={classes['notice']}>
      <IconUsers size={17} aria-hidden />
      <span>{t('duplicates_notice', { count: groups })}</span>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => void openPage('contacts', { contacts_view: 'duplicates' })}
      >
        {t('duplicates_review')}
      </Button>
    </div>
  )
}
