import { Button } from '@mantine/core'
import { IconAddressBook, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '../../../shared/domain/contact'
import { loadContacts, useContactsStore } from '../../stores/contacts-store'
import { EmptyState } from '../../ui/empty-state'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { SearchInput } from '../../ui/search-input'
import { ContactDrawer } from './contact-drawer'
import { findContacts, type SortDirection, sortByName } from './contact-search'
import { ContactTable } from './contact-table'
import { deleteWithUndo } from './delete-with-undo'
import classes from './contacts.module.css'

const nobody: ReadonlySet<string> = new Set()

/** The people that campaigns reach: find, add, change, delete. */
export function ContactsPage() {
  const { t } = useTranslation(['contacts', 'common'])
  const { contacts, status, error } = useContactsStore()
  const [query, setQuery] = useState('')
  const [sort, setSort] = useState<SortDirection>('ascending')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(nobody)
  const [editing, setEditing] = useState<Contact | 'new' | null>(null)

  const searched = useDeferredValue(query)
  const sorted = useMemo(() => sortByName(contacts, sort), [contacts, sort])
  const found = useMemo(() => findContacts(sorted, searched), [sorted, searched])
  // A contact that went meanwhile (undo, another window of the same data) is no longer ticked.
  const selected = useMemo(
    () =>
      ticked.size === 0
        ? nobody
        : new Set(contacts.filter((contact) => ticked.has(contact._id)).map((contact) => contact._id)),
    [contacts, ticked]
  )

  const addButton = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  )
  const deleteSelected = async () => {
    if (await deleteWithUndo([...selected])) setTicked(nobody)
  }
  const isEmpty = status === 'ready' && contacts.length === 0

  return (
    <Page
      scroll="own"
      header={
        <PageHeader title={t('title')} description={t('description')} actions={!isEmpty && addButton} />
      }
    >
      {status === 'loading' && <LoadingRows />}
      {status === 'failed' && error !== null && (
        <LoadFailure error={error} onRetry={() => void loadContacts()} />
      )}
      {isEmpty && (
        <EmptyState
          icon={IconAddressBook}
          title={t('empty_title')}
          text={t('empty_text')}
          action={addButton}
        />
      )}
      {status === 'ready' && !isEmpty && (
        <>
          <div className={classes['toolbar']}>
            <SearchInput value={query} onChange={setQuery} label={t('search')} width={300} />
            {selected.size > 0 && editing === null ? (
              <div className={classes['side']}>
                <span className={classes['count']} role="status">
                  {t('selected', { count: selected.size })}
                </span>
                <Button size="compact-sm" variant="subtle" onClick={() => setTicked(nobody)}>
                  {t('clear_selection')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="light"
                  color="red"
                  leftSection={<IconTrash size={14} aria-hidden />}
                  onClick={() => void deleteSelected()}
                >
                  {t('common:actions.delete')}
                </Button>
              </div>
            ) : (
              <span className={classes['count']} role="status">
                {found.length === contacts.length
                  ? t('all_count', { count: contacts.length })
                  : t('found_count', { found: found.length, all: contacts.length })}
              </span>
            )}
          </div>
          <ContactTable
            contacts={found}
            selected={selected}
            onSelect={setTicked}
            sort={sort}
            onSort={setSort}
            onOpen={setEditing}
            resetKey={`${sort} ${searched}`}
            whenEmpty={
              <EmptyState
                icon={IconSearch}
                title={t('none_found_title')}
                text={t('none_found_text', { query: searched })}
                action={
                  <Button variant="default" onClick={() => setQuery('')}>
                    {t('clear_search')}
                  </Button>
                }
              />
            }
          />
        </>
      )}
      {editing !== null && (
        <ContactDrawer contact={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Page>
  )
}
