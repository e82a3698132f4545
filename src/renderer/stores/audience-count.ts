import { useEffect, useState } from 'react'
import { perChannel } from '../../shared/domain/channel'
import type { Audience } from '../../shared/domain/campaign'
import type { AudienceCount } from '../../shared/ipc/contact-views'
import { loa } from '../api'
import { useContactsStore } from './contacts-store'

/** An audience that is counted while it is being put together. */
export interface ShownAudienceCount extends AudienceCount {
  /** False until the first answer: then the numbers are not there yet, and not zero. */
  readonly isKnown: boolean
}

const NOBODY: ShownAudienceCount = {
  contacts: 0,
  missing: 0,
  reachable: perChannel(() => 0),
  isKnown: false
}
/** Ticking along a list of names must not count 100,000 people for each tick. */
const PAUSE_MS = 150

/** How many people an audience has now, and how many each channel reaches. */
export function useAudienceCount(picked: readonly string[], audience: Audience): ShownAudienceCount {
  const revision = useContactsStore((state) => state.revision)
  const [count, setCount] = useState(NOBODY)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      void loa.countAudience([...picked], audience).then((result) => {
        if (isCurrent && result.ok) setCount({ ...result.value, isKnown: true })
      })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [picked, audience, revision])
  return count
}
