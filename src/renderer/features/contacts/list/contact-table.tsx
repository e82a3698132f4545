import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowNarrowDown, IconArrowNarrowUp, IconHandStop } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayName, markedChannels } from '../../../../shared/domain/contact'
import type { ContactSort } from '../../../../shared/domain/contact-query'
import { visibleText } from '../../../../shared/text/foreign-text'
import type { ContactRow, FoundContacts } from '../../../stores/contact-rows'
import { useIsNarrow, useIsTight } from '../../../ui/use-is-narrow'
import { When } from '../../../ui/when'
import { type Column, type RowList, WindowedTable } from '../../../ui/windowed-table'
import { AddressCell } from './address-cell'
import { TickAll } from './tick-all'
import classes from './contacts.module.css'

const ROW_HEIGHT = 44

interface ContactTableProps {
  readonly found: FoundContacts
  readonly selected: ReadonlySet<string>
  readonly onToggle: (id: string) => void
  readonly onToggleAll: () => void
  readonly sort: ContactSort
  readonly onSort: (sort: ContactSort) => void
  readonly onOpen: (row: ContactRow) => void
  readonly resetKey: string
  readonly whenEmpty: ReactNode
}

/** Everybody whom the query finds, however many; the rows that are ticked belong to the page. */
export function ContactTable(props: ContactTableProps) {
  const { found, selected, onToggle, onToggleAll, sort, onSort, onOpen } = props
  const { t } = useTranslation('contacts')
  const isNarrow = useIsNarrow()
  const isTight = useIsTight()
  const { rows, found: count } = found
  const list: RowList<ContactRow> = useMemo(() => ({ length: count, at: rows.at }), [count, rows])

  const columns = useMemo(() => {
    const sortHeader = (by: ContactSort['by'], label: string) => (
      <UnstyledButton
        className={classes['sort']}
        title={t(`sort.${sort.by === by && !sort.descending ? 'descending' : 'ascending'}`, {
          column: label
        })}
        onClick={() => onSort({ by, descending: sort.by === by && !sort.descending })}
      >
        {label}
        {sort.by === by && !sort.descending && <IconArrowNarrowUp size={14} aria-hidden />}
        {sort.by === by && sort.descending && <IconArrowNarrowDown size={14} aria-hidden />}
      </UnstyledButton>
    )
    const sorted = (by: ContactSort['by']) =>
      sort.by !== by ? 'none' : sort.descending ? 'descending' : 'ascending'
    const all: readonly Column<ContactRow>[] = [
      {
        id: 'select',
        width: '20px',
        header: <TickAll label={t('select_all')} ticked={selected.size} of={count} onToggle={onToggleAll} />,
        cell: ({ contact }) => (
          <input
            type="checkbox"
            className={classes['tick']}
            aria-label={t('select_one', { name: nameOf(contact) ?? t('no_name') })}
            checked={selected.has(contact._id)}
            onChange={() => onToggle(contact._id)}
          />
        )
      },
      {
        id: 'name',
        width: 'minmax(0, 1.5fr)',
        sorted: sorted('name'),
        header: sortHeader('name', t('columns.name')),
        cell: ({ contact, last_contacted }) => (
          <span className={classes['nameCell']}>
            <UnstyledButton
              className={classes['name']}
              data-nameless={`${contact.first_name}${contact.last_name}` === '' || undefined}
              data-opens-row
              onClick={() => onOpen({ contact, last_contacted })}
            >
              {nameOf(contact) ?? t('no_name')}
            </UnstyledButton>
            {markedChannels(contact).length > 0 && (
              <span className={classes['stopped']} title={t('marked')}>
                <IconHandStop size={15} aria-hidden />
                <VisuallyHidden>{t('marked')}</VisuallyHidden>
              </span>
            )}
          </span>
        )
      },
      ...(['whatsapp_number', 'telegram_username', 'phone'] as const).map((field): Column<ContactRow> => ({
        id: field,
        width: 'minmax(0, 1.1fr)',
        header: t(`columns.${field}`),
        cell: ({ contact }) => <AddressCell contact={contact} field={field} />
      })),
      {
        id: 'tags',
        width: 'minmax(0, 1fr)',
        header: t('columns.tags'),
        cell: ({ contact }) => <Tags tags={contact.tags} />
      },
      {
        id: 'contacted',
        // The longest date, with its year, in both languages.
        width: '172px',
        sorted: sorted('contacted'),
        header: sortHeader('contacted', t('columns.contacted')),
        cell: ({ last_contacted }) =>
          last_contacted === undefined ? null : last_contacted === null ? (
            <span className={classes['never']}>{t('never')}</span>
          ) : (
            <When at={last_contacted} />
          )
      }
    ]
    const leftOut = [
      ...(isNarrow ? ['tags', 'phone'] : []),
      // Who has the same name is told by the number.
      ...(isTight ? ['telegram_username', 'contacted'] : [])
    ]
    return all.filter(({ id }) => !leftOut.includes(id))
  }, [t, sort, onSort, selected, count, onToggle, onToggleAll, onOpen, isNarrow, isTight])

  return (
    <WindowedTable
      label={t('title')}
      columns={columns}
      rows={list}
      onLook={rows.look}
      rowKey={({ contact }) => contact._id}
      rowHeight={ROW_HEIGHT}
      onOpen={onOpen}
      isMarked={({ contact }) => selected.has(contact._id)}
      resetKey={props.resetKey}
      whenEmpty={props.whenEmpty}
    />
  )
}

// Without a name and without an address only the id is left, which tells nobody anything.
function nameOf(contact: ContactRow['contact']): string | null {
  const name = displayName(contact)
  return name === contact._id ? null : visibleText(name)
}

const TAGS_SHOWN = 2

function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null
  return (
    <span className={classes['tags']} title={visibleText(tags.join(', '))}>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <span key={tag} className={classes['tag']}>
          {visibleText(tag)}
        </span>
      ))}
      {tags.length > TAGS_SHOWN && <span className={classes['more']}>+{tags.length - TAGS_SHOWN}</span>}
    </span>
  )
}
