import { Button } from '@mantine/core'
import { IconAddressBook, IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ContactFilter,
  type ContactQuery,
  type ContactSort,
  EVERYBODY,
  isEverybody
} from '../../../../shared/domain/contact-query'
import { loa } from '../../../api'
import { type ContactRow, useContactRows } from '../../../stores/contact-rows'
import { loadContacts, useContactsStore } from '../../../stores/contacts-store'
import { openPage } from '../../../stores/navigation-store'
import { useIsUnreadable } from '../../../stores/state-store'
import { EmptyState } from '../../../ui/empty-state'
import { LoadFailure } from '../../../ui/load-failure'
import { LoadingRows } from '../../../ui/loading-rows'
import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'
import { reportFailure } from '../../../ui/report-failure'
import { UnreadableFile } from '../../../ui/unreadable-file'
import { usePageHold } from '../../../ui/use-page-hold'
import { ContactDrawer } from '../person/contact-drawer'
import { BulkBar } from './bulk-bar'
import { ContactTable } from './contact-table'
import { FilterChips } from './filter-chips'
import { ListMenu } from './list-menu'
import { ListNotices } from './list-notices'
import { ListToolbar } from './list-toolbar'
import { forgetList, rememberedList, rememberList } from './remembered-list'

const nobody: ReadonlySet<string> = new Set()

interface ContactListProps {
  /** The form for a new contact is open from the start. */
  readonly isAdding?: boolean
}

/** Everybody: find, sort, filter, and change many at once. */
export function ContactList({ isAdding = false }: ContactListProps) {
  const { t } = useTranslation(['contacts', 'common'])
  const { status, error, all } = useContactsStore()
  const [filter, setFilterState] = useState<ContactFilter>(() => rememberedList().filter)
  const [sort, setSortState] = useState<ContactSort>(() => rememberedList().sort)
  const [selected, setSelected] = useState<ReadonlySet<string>>(nobody)
  const [adding, setAdding] = useState(isAdding)
  usePageHold(() => selected.size > 0)

  const asked = useDeferredValue(filter)
  const query: ContactQuery = useMemo(() => ({ filter: asked, sort }), [asked, sort])
  const found = useContactRows(query)

  const setFilter = useCallback((next: ContactFilter) => {
    rememberList({ filter: next })
    setFilterState(next)
    setSelected(nobody)
  }, [])
  const setSort = useCallback((next: ContactSort) => {
    rememberList({ sort: next })
    setSortState(next)
  }, [])
  const toggle = useCallback((id: string) => {
    setSelected((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const toggleAll = useCallback(() => {
    if (selected.size > 0) return setSelected(nobody)
    void loa.findContactIds(query).then((result) => {
      const ids = reportFailure(result)
      if (ids.ok) setSelected(new Set(ids.value))
    })
  }, [selected, query])
  const open = useCallback(
    ({ contact }: ContactRow) => void openPage('contacts', { contact_id: contact._id }),
    []
  )

  const isUnreadable = useIsUnreadable('contacts.json')
  const isEmpty = status === 'ready' && all === 0
  const addButton = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  const importButton = (
    <Button
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
      onClick={() => void openPage('contacts', { contacts_view: 'import' })}
    >
      {t('import')}
    </Button>
  )
  return (
    <Page
      scroll="own"
      header={
        <PageHeader
          title={t('title')}
          description={t('description')}
          actions={
            <>
              <ListMenu query={query} />
              {!isEmpty && importButton}
              {!isEmpty && addButton}
            </>
          }
        />
      }
    >
      {status === 'loading' && <LoadingRows />}
      {status === 'failed' && error !== null && (
        <LoadFailure error={error} onRetry={() => void loadContacts()} />
      )}
      {isEmpty && isUnreadable && <UnreadableFile file="contacts.json" />}
      {isEmpty && !isUnreadable && (
        <EmptyState
          icon={IconAddressBook}
          title={t('empty_title')}
          text={t('empty_text')}
          action={
            <>
              {importButton}
              {addButton}
            </>
          }
        />
      )}
      {status === 'ready' && !isEmpty && (
        <>
          <ListNotices />
          {selected.size > 0 ? (
            <BulkBar selected={selected} onClear={() => setSelected(nobody)} />
          ) : (
            <ListToolbar filter={filter} onFilter={setFilter} found={found.found} all={all} />
          )}
          <FilterChips filter={filter} onFilter={setFilter} />
          <ContactTable
            found={found}
            selected={selected}
            onToggle={toggle}
            onToggleAll={toggleAll}
            sort={sort}
            onSort={setSort}
            onOpen={open}
            resetKey={JSON.stringify(query)}
            whenEmpty={
              !found.isLoading &&
              !isEverybody(asked) && (
                <EmptyState
                  icon={IconSearch}
                  title={t('none_found_title')}
                  text={
                    asked.text.trim() === ''
                      ? t('none_match_text')
                      : t('none_found_text', { query: asked.text.trim() })
                  }
                  action={
                    <Button
                      variant="default"
                      onClick={() => {
                        forgetList()
                        setFilter(EVERYBODY)
                      }}
                    >
                      {t('clear_search')}
                    </Button>
                  }
                />
              )
            }
          />
        </>
      )}
      {adding && <ContactDrawer onClose={() => setAdding(false)} />}
    </Page>
  )
}
