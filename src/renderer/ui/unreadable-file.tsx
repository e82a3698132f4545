import { Button } from '@mantine/core'
import { IconFileAlert } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openSettingsSection } from '../stores/navigation-store'
import { EmptyState } from './empty-state'

/** The data files whose pages would look as if nothing had ever been there. */
export type ListFile = 'campaigns.json' | 'contacts.json'

const TITLES = {
  'campaigns.json': 'unreadable_file.campaigns',
  'contacts.json': 'unreadable_file.contacts'
} as const satisfies Readonly<Record<ListFile, string>>

/** What a page shows in place of its list when the file of the list could not be read, and the ways out. */
export function UnreadableFile({ file }: { readonly file: ListFile }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={IconFileAlert}
      title={t(TITLES[file])}
      text={t('unreadable_file.text', { file })}
      action={
        <Button variant="default" onClick={() => void openSettingsSection('backup')}>
          {t('unreadable_file.action')}
        </Button>
      }
    />
  )
}
