import { ActionIcon, Select } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Contact, displayName } from '../../../../shared/domain/contact'
import { EVERYBODY } from '../../../../shared/domain/contact-query'
import { visibleText } from '../../../../shared/text/foreign-text'
import { loa } from '../../../api'
import classes from './message-preview.module.css'
import type { PreviewPerson } from './message-person'

/** More than this nobody scrolls through: typing finds the others. */
const OFFERED = 20

const nobody: readonly Contact[] = []

/** The first people of the audience, or those of the whole list whom the text finds. */
function useOffered(people: readonly string[], text: string): readonly Contact[] {
  const [offered, setOffered] = useState(nobody)
  useEffect(() => {
    let isCurrent = true
    const keep = (found: readonly Contact[]) => {
      if (isCurrent) setOffered(found)
    }
    const sort = { by: 'name', descending: false } as const
    if (text === '' && people.length > 0)
      void loa.getContacts(people.slice(0, OFFERED)).then((result) => keep(result.ok ? result.value : nobody))
    else
      void loa
        .findContacts({ filter: { ...EVERYBODY, tags: [], text }, sort }, 0, OFFERED)
        .then((result) => keep(result.ok ? result.value.rows : nobody))
    return () => {
      isCurrent = false
    }
  }, [people, text])
  return offered
}

interface MessagePersonSelectProps {
  readonly person: PreviewPerson
  readonly label: string
  readonly withSteps?: boolean
}

/** Whom the message is filled in for: somebody found by name, or the next one of the audience. */
export function MessagePersonSelect({ person, label, withSteps = false }: MessagePersonSelectProps) {
  const { t } = useTranslation('message')
  const { contact, people, place } = person
  const [search, setSearch] = useState('')
  const current = contact === null ? '' : shownName(contact)
  // Until something else is typed the field holds the name that is chosen.
  const offered = useOffered(people, search === current ? '' : search.trim())
  const inAudience = useMemo(() => new Set(people), [people])
  const shown =
    contact === null || offered.some(({ _id }) => _id === contact._id) ? offered : [contact, ...offered]
  const cannotStep = people.length === 0 || (people.length === 1 && place === 0)
  return (
    <div className={classes['person']}>
      {withSteps && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('preview.person_before')}
          disabled={cannotStep}
          onClick={() => person.step(-1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
      )}
      <Select
        className={classes['personSelect']}
        aria-label={label}
        placeholder={person.isKnown ? t('preview.nobody') : ''}
        searchable
        allowDeselect={false}
        checkIconPosition="right"
        nothingFoundMessage={t('preview.person_none')}
        comboboxProps={{ keepMounted: false, width: withSteps ? 250 : 'target', position: 'bottom-end' }}
        maxDropdownHeight={260}
        data={shown.map((one) => ({ value: one._id, label: shownName(one) }))}
        // What is offered was found by the engine already.
        filter={({ options }) => options}
        value={contact?._id ?? null}
        searchValue={search}
        onSearchChange={setSearch}
        onClick={(event) => event.currentTarget.select()}
        onChange={(id) => {
          const chosen = shown.find(({ _id }) => _id === id)
          if (chosen !== undefined) person.choose(chosen)
        }}
        renderOption={({ option }) => (
          <span className={classes['personOption']}>
            <bdi>{option.label}</bdi>
            {people.length > 0 && !inAudience.has(option.value) && <span>{t('preview.person_other')}</span>}
          </span>
        )}
      />
      {withSteps && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('preview.person_next')}
          disabled={cannotStep}
          onClick={() => person.step(1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}

const shownName = (contact: Contact): string => visibleText(displayName(contact))
