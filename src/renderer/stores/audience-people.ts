import { useEffect, useState } from 'react'
import type { Audience } from '../../shared/domain/campaign'
import { type ContactFilter, EVERYBODY } from '../../shared/domain/contact-query'
import { loa } from '../api'
import { useContactsStore } from './contacts-store'

/** Ticking along a list of names must not look for people at each tick. */
const PAUSE_MS = 150
/** Among so many first people those who are gone are left out, so that the first one shown is somebody. */
const LOOKED_UP = 100

async function idsOf(filter: ContactFilter): Promise<readonly string[]> {
  const found = await loa.findContactIds({
    filter: { ...filter, tags: [...filter.tags] },
    sort: { by: 'added', descending: false }
  })
  return found.ok ? found.value : []
}

const withTags = (tags: readonly string[]): Promise<readonly string[]> =>
  tags.length === 0 ? Promise.resolve([]) : idsOf({ ...EVERYBODY, tags: [...tags] })

async function withoutGone(ids: readonly string[]): Promise<readonly string[]> {
  const first = await loa.getContacts(ids.slice(0, LOOKED_UP))
  if (!first.ok) return ids
  return [...new Set([...first.value.map(({ _id }) => _id), ...ids.slice(LOOKED_UP)])]
}

async function peopleOf(
  picked: readonly string[],
  { tags_in, tags_out }: Audience,
  filters: readonly ContactFilter[]
): Promise<readonly string[]> {
  const [out, ...byRules] = await Promise.all([withTags(tags_out), withTags(tags_in), ...filters.map(idsOf)])
  const leftOut = new Set(out)
  const ids = new Set([...picked, ...byRules.flat()])
  return withoutGone([...ids].filter((id) => !leftOut.has(id)))
}

/** The ids of everybody whom an audience reaches now, the picked ones first; null until they are known. */
export function useAudiencePeople(picked: readonly string[], audience: Audience): readonly string[] | null {
  const revision = useContactsStore((state) => state.revision)
  const saved = useContactsStore((state) => state.filters)
  const [people, setPeople] = useState<readonly string[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    const filters = saved.filter(({ _id }) => audience.filters.includes(_id)).map(({ filter }) => filter)
    const timer = setTimeout(() => {
      void peopleOf(picked, audience, filters).then((ids) => {
        if (isCurrent) setPeople(ids)
      })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [picked, audience, saved, revision])
  return people
}
