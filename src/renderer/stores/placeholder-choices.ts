import { useEffect, useState } from 'react'
import { CONTACT_PLACEHOLDERS, type PlaceholderChoice } from '../../shared/domain/message'
import { loa } from '../api'
import { useContactsStore } from './contacts-store'

/** A name that a message may use; `people` is null while it is not known how many have a value. */
export type KnownPlaceholder = Omit<PlaceholderChoice, 'people'> & { readonly people: number | null }

/** What everybody can have is known without asking. */
const FOR_EVERYBODY: readonly KnownPlaceholder[] = CONTACT_PLACEHOLDERS.map((name) => ({
  name,
  custom: null,
  people: null
}))

/** What a message may name, as the list is now. */
export function usePlaceholderChoices(): readonly KnownPlaceholder[] {
  const revision = useContactsStore((state) => state.revision)
  const [choices, setChoices] = useState(FOR_EVERYBODY)
  useEffect(() => {
    let isCurrent = true
    void loa.listPlaceholders().then((result) => {
      if (isCurrent && result.ok) setChoices(result.value)
    })
    return () => {
      isCurrent = false
    }
  }, [revision])
  return choices
}
