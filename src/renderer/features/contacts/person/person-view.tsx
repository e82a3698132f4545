import { Button } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openPage } from '../../../stores/navigation-store'
import { useIsUnreadable } from '../../../stores/state-store'
import { EmptyState } from '../../../ui/empty-state'
import { LoadFailure } from '../../../ui/load-failure'
import { LoadingRows } from '../../../ui/loading-rows'
import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'
import { UnreadableFile } from '../../../ui/unreadable-file'
import { BackToList } from './person-header'
import { PersonPage } from './person-page'
import { usePerson } from './use-person'

/** One contact: who it is, what was sent, and why not. */
export function PersonView({ contactId }: { readonly contactId: string }) {
  const { t } = useTranslation(['person', 'contacts'])
  const { contact, error, retry } = usePerson(contactId)
  const isUnreadable = useIsUnreadable('contacts.json')
  if (contact) return <PersonPage key={contact._id} contact={contact} />
  return (
    <Page header={<PageHeader before={<BackToList />} title={t('contacts:title')} />}>
      {error !== null && <LoadFailure error={error} onRetry={retry} />}
      {error === null && contact === undefined && <LoadingRows />}
      {error === null && contact === null && isUnreadable && <UnreadableFile file="contacts.json" />}
      {error === null && contact === null && !isUnreadable && (
        <EmptyState
          icon={IconUserOff}
          title={t('gone_title')}
          text={t('gone_text')}
          action={
            <Button variant="default" onClick={() => void openPage('contacts')}>
              {t('back')}
            </Button>
          }
        />
      )}
    </Page>
  )
}
