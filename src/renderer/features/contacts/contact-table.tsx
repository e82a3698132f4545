import { UnstyledButton } from '@mantine/core'
import { IconArrowNarrowDown, IconArrowNarrowUp } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Contact, displayName } from '../../../shared/domain/contact'
import { useIsNarrow } from '../../ui/use-is-narrow'
import { type Column, WindowedTable } from '../../ui/windowed-table'
import { AddressCell } from './address-cell'
import type { SortDirection } from './contact-search'
import { TickAll } from './tick-all'
import classes from './contacts.module.css'

const ROW_HEIGHT = 44

interface ContactTableProps {
  readonly contacts: readonly Contact[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  readonly sort: SortDirection
  readonly onSort: (direction: SortDirection) => void
  readonly onOpen: (contact: Contact) => void
  readonly resetKey: string
  readonly whenEmpty: ReactNode
}

/** All contacts, however many; the rows that are ticked belong to the page. */
export function ContactTable(props: ContactTableProps) {
  const { contacts, selected, onSelect, sort, onSort, onOpen } = props
  const { t } = useTranslation('contacts')
  const isNarrow = useIsNarrow()
  const shownSelected = useMemo(
    () => (selected.size === 0 ? 0 : contacts.filter((contact) => selected.has(contact._id)).length),
    [contacts, selected]
  )

  // Without a name and without an address only the id is left, which tells nobody anything.
  const nameOf = (contact: Contact) => {
    const name = displayName(contact)
    return name === contact._id ? t('no_name') : name
  }
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  const toggleAll = () => {
    const next = new Set(selected)
    const all = shownSelected === contacts.length
    for (const contact of contacts)
      if (all) next.delete(contact._id)
      else next.add(contact._id)
    onSelect(next)
  }

  const columns: readonly Column<Contact>[] = [
    {
      id: 'select',
      width: '20px',
      header: (
        <TickAll label={t('select_all')} ticked={shownSelected} of={contacts.length} onToggle={toggleAll} />
      ),
      cell: (contact) => (
        <input
          type="checkbox"
          className={classes['tick']}
          aria-label={t('select_one', { name: nameOf(contact) })}
          checked={selected.has(contact._id)}
          onChange={() => toggle(contact._id)}
        />
      )
    },
    {
      id: 'name',
      width: 'minmax(0, 1.3fr)',
      sorted: sort,
      header: (
        <UnstyledButton
          className={classes['sort']}
          title={t(sort === 'ascending' ? 'sort_descending' : 'sort_ascending')}
          onClick={() => onSort(sort === 'ascending' ? 'descending' : 'ascending')}
        >
          {t('columns.name')}
          {sort === 'ascending' ? (
            <IconArrowNarrowUp size={14} aria-hidden />
          ) : (
            <IconArrowNarrowDown size={14} aria-hidden />
          )}
        </UnstyledButton>
      ),
      cell: (contact) => (
        <UnstyledButton
          className={classes['name']}
          data-nameless={`${contact.first_name}${contact.last_name}` === '' || undefined}
          data-opens-row
          onClick={() => onOpen(contact)}
        >
          {nameOf(contact)}
        </UnstyledButton>
      )
    },
    ...(['whatsapp_number', 'telegram_username', 'phone'] as const).map((field): Column<Contact> => ({
      id: field,
      width: 'minmax(0, 1.1fr)',
      header: t(`columns.${field}`),
      cell: (contact) => <AddressCell contact={contact} field={field} />
    })),
    { id: 'email', width: 'minmax(0, 1.5fr)', header: t('columns.email'), cell: (contact) => contact.email }
  ]

  return (
    <WindowedTable
      label={t('title')}
      columns={isNarrow ? columns.filter(({ id }) => id !== 'email') : columns}
      rows={contacts}
      rowKey={(contact) => contact._id}
      rowHeight={ROW_HEIGHT}
      onOpen={onOpen}
      isMarked={(contact) => selected.has(contact._id)}
      resetKey={props.resetKey}
      whenEmpty={props.whenEmpty}
    />
  )
}
