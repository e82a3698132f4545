import { Button, Checkbox, Group, Input } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasAudience } from '../../../../shared/domain/campaign'
import { type ContactQuery, EVERYBODY } from '../../../../shared/domain/contact-query'
import { useAudienceCount } from '../../../stores/audience-count'
import { useContactIds } from '../../../stores/contact-ids'
import { useContactsStore } from '../../../stores/contacts-store'
import { SearchInput } from '../../../ui/search-input'
import type { CampaignForm } from '../campaign-form'
import { errorAt } from '../campaign-values'
import { AudienceRules } from './audience-rules'
import { ContactPickList } from './contact-pick-list'
import classes from './audience.module.css'
import { FirstContact } from './first-contact'
import { NewContact } from './new-contact'
import { PickCount } from './pick-count'

/** Who gets the message: a list to search and tick, however long it is, and rules that are asked anew for each run. */
export function ContactsSection({ form }: { readonly form: CampaignForm }) {
  const { t } = useTranslation('campaigns')
  const all = useContactsStore((state) => state.all)
  const loaded = useContactsStore((state) => state.status === 'ready')
  const [text, setText] = useState('')
  const [onlyChosen, setOnlyChosen] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const addButton = useRef<HTMLButtonElement>(null)
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
  const count = useAudienceCount(picked, audience)

  const choose = (ids: Iterable<string>) => form.setFieldValue('contacts', [...ids])
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }
  const closeForm = () => {
    setAdding(false)
    requestAnimationFrame(() => addButton.current?.focus())
  }
  const pickAdded = (id: string) => {
    form.setFieldValue('contacts', (ids: string[]) => [...ids, id])
    closeForm()
  }

  const error = errorAt(form.errors, 'contacts')
  if (loaded && all === 0)
    return (
      <Input.Wrapper error={error}>
        <FirstContact onAdded={pickAdded} />
      </Input.Wrapper>
    )

  const narrowed = text.trim() !== '' || onlyChosen
  const findsNobody = count.isKnown && count.contacts === 0 && hasAudience(form.values)
  return (
    <Input.Wrapper error={error}>
      <Group gap="xs" mb="xs">
        <SearchInput label={t('editor.contacts_search')} value={text} onChange={setText} width={260} />
        <Checkbox
          size="xs"
          ml="xs"
          label={t('editor.contacts_only_chosen')}
          checked={onlyChosen}
          onChange={(event) => setOnlyChosen(event.currentTarget.checked)}
        />
        <span className={classes['grow']} />
        <Button
          ref={addButton}
          size="xs"
          variant="default"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          aria-expanded={isAdding}
          onClick={() => setAdding(true)}
        >
          {t('editor.new_contact.title')}
        </Button>
      </Group>
      {isAdding && (
        <div className={classes['adding']}>
          <NewContact onAdded={pickAdded} onCancel={closeForm} />
        </div>
      )}
      <ContactPickList
        ids={shown}
        total={all}
        chosen={chosen}
        onToggle={toggle}
        resetKey={`${asked} ${onlyChosen}`}
      />
      <div className={classes['pickFoot']}>
        <PickCount
          count={count}
          total={all}
          isLoaded={loaded}
          flow={form.values.flow}
          findsNobody={findsNobody && error === undefined}
        />
        <div className={classes['pickAll']}>
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
        </div>
      </div>
      <AudienceRules form={form} />
    </Input.Wrapper>
  )
}
