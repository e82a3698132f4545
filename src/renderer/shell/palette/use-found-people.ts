import { useEffect, useState } from 'react'
import type { Contact } from '../../../shared/domain/contact'
import { contactFilterSchema } from '../../../shared/domain/contact-query'
import { loa } from '../../api'
import { useContactsStore } from '../../stores/contacts-store'

const MOST = 6

const nobody: readonly Contact[] = []

interface Found {
  readonly text: string
  readonly people: readonly Contact[]
}

/**
 * The first people whom the text finds. Nobody while the answer to exactly this text is on its way: Enter must never
 * mean somebody whom an earlier text found.
 */
export function useFoundPeople(text: string): readonly Contact[] {
  const revision = useContactsStore((state) => state.revision)
  const [found, setFound] = useState<Found>({ text: '', people: nobody })
  const wanted = text.trim()
  useEffect(() => {
    if (wanted === '') return
    let isCurrent = true
    const query = {
      filter: contactFilterSchema.parse({ text: wanted }),
      sort: { by: 'name', descending: false }
    } as const
    void loa.findContacts(query, 0, MOST).then((result) => {
      if (isCurrent && result.ok) setFound({ text: wanted, people: result.value.rows })
    })
    return () => {
      isCurrent = false
    }
  }, [wanted, revision])
  return wanted !== '' && found.text === wanted ? found.people : nobody
}
