import { Button, Checkbox, Group, Input } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayName } from '../../../../shared/domain/contact'
import { useContactsStore } from '../../../stores/contacts-store'
import { openPage } from '../../../stores/navigation-store'
import { EmptyState } from '../../../ui/empty-state'
import { foldText, holdsWords, queryWords } from '../../../ui/fold-text'
import { SearchInput } from '../../../ui/search-input'
import type { CampaignForm } from '../campaign-form'
import { errorAt } from '../campaign-values'
import { ContactPickList } from './contact-pick-list'
import classes from './editor.module.css'

/** Who gets the message: a list to search and tick, however long it is. */
export function ContactsSection({ form }: { readonly form: CampaignForm }) {
  const { t } = useTranslation('campaigns')
  const contacts = useContactsStore((state) => state.contacts)
  const loaded = useContactsStore((state) => state.status === 'ready')
  const [query, setQuery] = useState('')
  const [onlyChosen, setOnlyChosen] = useState(false)
  const picked = form.values.contacts
  const chosen = useMemo(() => new Set(picked), [picked])
  const existing = useMemo(
    () => contacts.reduce((count, { _id }) => count + Number(chosen.has(_id)), 0),
    [contacts, chosen]
  )

  const searchable = useMemo(
    () =>
      contacts.map((contact) => ({
        contact,
        text: foldText(
          `${displayName(contact)} ${contact.phone} ${contact.whatsapp_number} ${contact.telegram_username}`
        )
      })),
    [contacts]
  )
  const shown = useMemo(() => {
    const words = queryWords(query)
    return searchable
      .filter(({ contact, text }) => holdsWords(text, words) && (!onlyChosen || chosen.has(contact._id)))
      .map(({ contact }) => contact)
  }, [searchable, query, onlyChosen, chosen])

  const choose = (ids: Iterable<string>) => form.setFieldValue('contacts', [...ids])
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }

  if (loaded && contacts.length === 0)
    return (
      <EmptyState
        icon={IconAddressBook}
        title={t('editor.contacts_empty_title')}
        text={t('editor.contacts_empty_text')}
        action={
          <Button variant="default" onClick={() => void openPage('contacts')}>
            {t('editor.contacts_empty_action')}
          </Button>
        }
      />
    )

  const narrowed = query.trim() !== '' || onlyChosen
  const missing = chosen.size - existing
  return (
    <Input.Wrapper error={errorAt(form.errors, 'contacts')}>
      <Group gap="xs" mb="xs">
        <SearchInput label={t('editor.contacts_search')} value={query} onChange={setQuery} width={240} />
        <Checkbox
          size="xs"
          ml="xs"
          label={t('editor.contacts_only_chosen')}
          checked={onlyChosen}
          onChange={(event) => setOnlyChosen(event.currentTarget.checked)}
        />
        <span className={classes['grow']} />
        <Button
          size="xs"
          variant="subtle"
          disabled={shown.length === 0}
          onClick={() => choose(new Set([...chosen, ...shown.map(({ _id }) => _id)]))}
        >
          {narrowed ? t('editor.contacts_all_found', { count: shown.length }) : t('editor.contacts_all')}
        </Button>
        <Button size="xs" variant="subtle" disabled={chosen.size === 0} onClick={() => choose([])}>
          {t('editor.contacts_none')}
        </Button>
      </Group>
      <ContactPickList
        contacts={shown}
        total={contacts.length}
        chosen={chosen}
        onToggle={toggle}
        resetKey={`${query} ${onlyChosen}`}
      />
      <div className={classes['pickFoot']} role="status">
        <span>{t('editor.contacts_chosen', { count: existing, total: contacts.length })}</span>
        {loaded && missing > 0 && <span>{t('editor.contacts_missing', { count: missing })}</span>}
      </div>
    </Input.Wrapper>
  )
}
