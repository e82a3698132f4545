import { useEffect, useState } from 'react'
import { type Contact, displayName } from '../../../shared/domain/contact'
import { EVERYBODY } from '../../../shared/domain/contact-query'
import { visibleText } from '../../../shared/text/foreign-text'
import { loa } from '../../api'

/** More than this nobody scrolls through: typing finds the others. */
const OFFERED = 20

const BY_NAME = { by: 'name', descending: false } as const

const nobody: readonly Contact[] = []

/** Somebody's name; null for those who are not in the list, and until it is known. */
export function useContactName(id: string | null): string | null {
  const [known, setKnown] = useState<Contact | null>(null)
  useEffect(() => {
    if (id === null) return
    let isCurrent = true
    void loa.getContacts([id]).then((result) => {
      if (isCurrent) setKnown(result.ok ? (result.value[0] ?? null) : null)
    })
    return () => {
      isCurrent = false
    }
  }, [id])
  const isIt = known !== null && (known._id === id || known.merged_ids.includes(id ?? ''))
  return isIt ? visibleText(displayName(known)) : null
}

/** The first people of the list whom a text finds. */
export function useFoundContacts(text: string): readonly Contact[] {
  const [found, setFound] = useState(nobody)
  useEffect(() => {
    let isCurrent = true
    const query = { filter: { ...EVERYBODY, tags: [], text }, sort: BY_NAME }
    void loa.findContacts(query, 0, OFFERED).then((result) => {
      if (isCurrent) setFound(result.ok ? result.value.rows : nobody)
    })
    return () => {
      isCurrent = false
    }
  }, [text])
  return found
}
