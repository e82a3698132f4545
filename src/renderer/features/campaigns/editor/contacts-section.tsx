import { Button, Checkbox, Group, Input } from '@mantine/core'
import { IconAddressBook } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ContactQuery, EVERYBODY } from '../../../../shared/domain/contact-query'
import { useAudienceCount } from '../../../stores/audience-count'
import { useContactIds } from '../../../stores/contact-ids'
import { useContactsStore } from '../../../stores/contacts-store'
import { openPage } from '../../../stores/navigation-store'
import { EmptyState } from '../../../ui/empty-state'
import { SearchInput } from '../../../ui/search-input'
import type { CampaignForm } from '../campaign-form'
import { errorAt } from '../campaign-values'
import { AudienceRules } from './audience-rules'
import { ContactPickList } from './contact-pick-list'
import classes from './editor.module.css'

/** Who gets the message: a list to search and tick, however long it is, and rules that are asked anew for each run. */
export function ContactsSection({ form }: { readonly form: CampaignForm }) {
  const { t } = useTranslation('campaigns')
  const all = useContactsStore((state) => state.all)
  const loaded = useContactsStore((state) => state.status === 'ready')
  const [text, setText] = useState('')
  const [onlyChosen, setOnlyChosen] = useState(false)
  const { contacts: picked, audience } = form.values
  const chosen = useMemo(() => new Set(picked), [picked])
  const asked = useDeferredValue(text)
  const query: ContactQuery = useMemo(
    () => ({ filter: { ...EVERYBODY, text: asked }, sort: { by: 'name', descending: false } }),
    [asked]
  )
  const found = useContactIds(query)
  const shown = useMemo(
    () => (onlyChosen ? found.filter((id) => chosen.has(id)) : found),
    [found, onlyChosen, chosen]
  )
  const { contacts: reached, missing } = useAudienceCount(picked, audience)

  const choose = (ids: Iterable<string>) => form.setFieldValue('contacts', [...ids])
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }

  if (loaded && all === 0)
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

  const narrowed = text.trim() !== '' || onlyChosen
  return (
    <Input.Wrapper error={errorAt(form.errors, 'contacts')}>
      <Group gap="xs" mb="xs">
        <SearchInput label={t('editor.contacts_search')} value={text} onChange={setText} width={240} />
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
          onClick={() => choose(new Set([...chosen, ...shown]))}
        >
          {narrowed ? t('editor.contacts_all_found', { count: shown.length }) : t('editor.contacts_all')}
        </Button>
        <Button size="xs" variant="subtle" disabled={chosen.size === 0} onClick={() => choose([])}>
          {t('editor.contacts_none')}
        </Button>
      </Group>
      <ContactPickList
        ids={shown}
        total={all}
        chosen={chosen}
        onToggle={toggle}
        resetKey={`${asked} ${onlyChosen}`}
      />
      <AudienceRules form={form} />
      <div className={classes['pickFoot']} role="status">
        <span>{t('editor.contacts_chosen', { count: reached, total: all })}</span>
        {loaded && missing > 0 && <span>{t('editor.contacts_missing', { count: missing })}</span>}
      </div>
    </Input.Wrapper>
  )
}
