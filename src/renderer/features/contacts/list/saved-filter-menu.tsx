import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconTrash } from '@tabler/icons-react'
import i18next from 'i18next'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ContactFilter, isEverybody, type SavedFilter } from '../../../../shared/domain/contact-query'
import { loa } from '../../../api'
import { loadContacts, useContactsStore } from '../../../stores/contacts-store'
import { Foreign } from '../../../ui/foreign'
import { reportFailure } from '../../../ui/report-failure'
import { showToast } from '../../../ui/toast'
import classes from './contacts.module.css'

interface SavedFilterMenuProps {
  readonly filter: ContactFilter
  readonly onFilter: (filter: ContactFilter) => void
}

/** Filters that were given a name: to come back to, and as the audience of a campaign. */
export function SavedFilterMenu({ filter, onFilter }: SavedFilterMenuProps) {
  const { t } = useTranslation(['contacts', 'common'])
  const filters = useContactsStore((state) => state.filters)
  const [name, setName] = useState('')
  const current = filters.find((saved) => JSON.stringify(saved.filter) === JSON.stringify(filter))
  const nothingToSave = isEverybody(filter)

  const save = async (event: SubmitEvent) => {
    event.preventDefault()
    const saved = reportFailure(await loa.saveFilter({ name, filter: withoutReadonly(filter) }))
    if (!saved.ok) return
    setName('')
    await loadContacts()
    showToast({ message: () => i18next.t('contacts:saved_filters.saved', { name: saved.value.name }) })
  }
  const remove = async ({ _id, name: removed, filter: old }: SavedFilter) => {
    if (!reportFailure(await loa.deleteFilter(_id)).ok) return
    await loadContacts()
    showToast({
      message: () => i18next.t('contacts:saved_filters.deleted', { name: removed }),
      action: {
        label: () => i18next.t('actions.undo'),
        onClick: () => void loa.saveFilter({ name: removed, filter: withoutReadonly(old) }).then(loadContacts)
      }
    })
  }

  return (
    <Menu position="bottom-start" width={300} shadow="md" closeOnItemClick>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={
            current === undefined ? (
              <IconBookmark size={16} aria-hidden />
            ) : (
              <IconBookmarkFilled size={16} aria-hidden />
            )
          }
        >
          {current === undefined ? t('saved_filters.title') : <Foreign>{current.name}</Foreign>}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {filters.length === 0 && <p className={classes['menuHint']}>{t('saved_filters.none')}</p>}
        {filters.map((saved) => (
          <div key={saved._id} className={classes['savedFilter']}>
            <Menu.Item onClick={() => onFilter(saved.filter)}>
              <Foreign>{saved.name}</Foreign>
            </Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('saved_filters.delete', { name: saved.name })}
              onClick={() => void remove(saved)}
            >
              <IconTrash size={15} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Menu.Divider />
        <form className={classes['saveFilter']} onSubmit={(event) => void save(event)}>
          <TextInput
            size="xs"
            aria-label={t('saved_filters.name')}
            placeholder={t('saved_filters.name')}
            maxLength={100}
            value={name}
            disabled={nothingToSave}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => event.stopPropagation()}
          />
          <Button type="submit" size="xs" disabled={nothingToSave || name.trim() === ''}>
            {t('saved_filters.save')}
          </Button>
        </form>
        {nothingToSave && <p className={classes['menuHint']}>{t('saved_filters.hint')}</p>}
      </Menu.Dropdown>
    </Menu>
  )
}

const withoutReadonly = (filter: ContactFilter) => ({ ...filter, tags: [...filter.tags] })
