import { useEffect, useState } from 'react'
import type { Contact } from '../../../../shared/domain/contact'
import { loa } from '../../../api'
import { useContactsStore } from '../../../stores/contacts-store'

/** Whom the message is shown as for, and the way through the audience. */
export interface PreviewPerson {
  /** Null while there is nobody. */
  readonly contact: Contact | null
  /** False until the audience was looked up: then nobody is not there yet, and not missing. */
  readonly isKnown: boolean
  /** The people of the audience, as far as they are known. */
  readonly people: readonly string[]
  /** The place in the audience, from 0; -1 for somebody who is not in it. */
  readonly place: number
  readonly choose: (contact: Contact) => void
  /** To the next person of the audience, or the one before; from the last to the first. */
  readonly step: (by: 1 | -1) => void
}

const NOBODY: readonly string[] = []

/**
 * Somebody of the audience: the first one, until the operator chooses.
 * @param found the audience; null until it is known
 */
export function usePreviewPerson(found: readonly string[] | null): PreviewPerson {
  const revision = useContactsStore((state) => state.revision)
  const [chosen, setChosen] = useState<string | null>(null)
  // Undefined until somebody was looked up for the first time.
  const [contact, setContact] = useState<Contact | null>()
  const people = found ?? NOBODY
  const id = chosen ?? people[0] ?? null

  useEffect(() => {
    if (id === null) return
    let isCurrent = true
    void loa.getContacts([id]).then((result) => {
      if (!isCurrent) return
      if (!result.ok) return setContact((known) => known ?? null)
      const [person] = result.value
      setContact(person ?? null)
      // Whoever was chosen is gone: back to the first of the audience.
      if (person === undefined) setChosen(null)
    })
    return () => {
      isCurrent = false
    }
  }, [id, revision])

  const place = id === null ? -1 : people.indexOf(id)
  return {
    contact: id === null ? null : (contact ?? null),
    isKnown: found !== null && (id === null || contact !== undefined),
    people,
    place,
    choose: (other) => {
      setChosen(other._id)
      setContact(other)
    },
    step: (by) => setChosen(people[place < 0 ? 0 : (place + by + people.length) % people.length] ?? null)
  }
}
