import { randomBytes } from 'node:crypto'
import type { Campaign } from '../../shared/domain/campaign'
import { EVERYWHERE, hashOf, markOf, marksOf, type Suppression } from '../contacts/do-not-contact'
import { joinMarks } from '../contacts/join-marks'
import { personTerms } from '../erasure/person-terms'
import type { CampaignsFile, ErasuresFile, SuppressionsFile } from '../store/data-folder'
import type { DataValues } from './data-values'

type HashList = Pick<SuppressionsFile, 'salt' | 'hashes'>

/**
 * What the folder holds after a restore: the backup, but for what must not be undone. Nobody who asked to stop is
 * contacted again, nobody who was erased comes back, and every run that there ever was stays known: one that is forgotten
 * would be sent twice. Nothing is sent before the operator says so.
 */
export function mergeValues(now: DataValues, then: DataValues, at: string): DataValues {
  const erasures = joinErasures(now, then)
  const marks = new Map(now['contacts.json'].contacts.map(({ _id, do_not_contact }) => [_id, do_not_contact]))
  return {
    ...then,
    // Who is in the list of erasures leaves contacts and import at the start, before anything can be sent.
    'settings.json': {
      settings: { ...then['settings.json'].settings, emergency_stop: { at, reason: 'restored' } }
    },
    'contacts.json': {
      ...then['contacts.json'],
      contacts: then['contacts.json'].contacts.map((contact) => {
        const mark = joinMarks(contact.do_not_contact, marks.get(contact._id) ?? [])
        return mark === contact.do_not_contact ? contact : { ...contact, do_not_contact: mark }
      }),
      deleted: []
    },
    'campaigns.json': keepForgotten(now['campaigns.json'], then['campaigns.json']),
    'suppressions.json': joinSuppressions(now, then, erasures, at),
    'erasures.json': erasures,
    'exports.json': {
      exports: uniqueBy([...then['exports.json'].exports, ...now['exports.json'].exports], ({ path }) => path)
    },
    'runs.json': {
      // The index of now knows at least as much of a run that both have.
      runs: uniqueBy([...now['runs.json'].runs, ...then['runs.json'].runs], ({ id }) => id)
    }
  }
}

/** What was removed for its age since has run: its slots are no longer in any index, only in this note. */
function keepForgotten(now: CampaignsFile, then: CampaignsFile): CampaignsFile {
  const known = new Map(now.campaigns.map(({ _id, forgotten }) => [_id, forgotten]))
  const isLater = (own: Campaign['forgotten'], other: Campaign['forgotten']) =>
    own !== null && (other === null || own.until > other.until)
  return {
    ...then,
    campaigns: then.campaigns.map((campaign) => {
      const forgotten = known.get(campaign._id) ?? null
      return isLater(forgotten, campaign.forgotten) ? { ...campaign, forgotten } : campaign
    })
  }
}

/** How many addresses must not be contacted now that the backup does not know of. */
export function marksOnlyNow(now: DataValues, then: DataValues): number {
  const known = new Set(then['contacts.json'].contacts.flatMap((each) => marksOf(each).map(markOf)))
  const own = now['contacts.json'].contacts.flatMap((each) => marksOf(each).map(markOf))
  const isKept = (mark: string) =>
    known.has(mark) ||
    listsOf(then['suppressions.json']).some(({ salt, hashes }) => hashOf(salt, mark) in hashes)
  const thenHashes = new Set(listsOf(then['suppressions.json']).flatMap(({ hashes }) => Object.keys(hashes)))
  const hashes = listsOf(now['suppressions.json']).flatMap((list) => Object.keys(list.hashes))
  return (
    [...new Set(own)].filter((mark) => !isKept(mark)).length +
    hashes.filter((hash) => !thenHashes.has(hash)).length
  )
}

/** Everybody who was ever erased, to be erased once more: the backup may bring ledgers back that name them. */
function joinErasures(now: DataValues, then: DataValues): ErasuresFile {
  const known = [now['erasures.json'], then['erasures.json']].flatMap(({ pending, done }) => [
    ...pending,
    ...done.map(({ done_at: _at, ...erasure }) => ({ ...erasure, keys: [], names: [], addresses: [] }))
  ])
  const people = new Map(
    [...then['contacts.json'].contacts, ...then['contacts.json'].deleted].map((each) => [each._id, each])
  )
  return {
    done: [],
    pending: uniqueBy(known, ({ _id }) => _id).map((erasure) => {
      const terms = erasure.contact_ids.flatMap((id) => people.get(id) ?? []).map((each) => personTerms(each))
      const join = (key: 'keys' | 'names' | 'addresses') => [
        ...new Set([...erasure[key], ...terms.flatMap((each) => each[key])])
      ]
      return { ...erasure, keys: join('keys'), names: join('names'), addresses: join('addresses') }
    })
  }
}

function joinSuppressions(
  now: DataValues,
  then: DataValues,
  { pending }: ErasuresFile,
  at: string
): SuppressionsFile {
  const lists = new Map<string, HashList>()
  for (const list of [...listsOf(then['suppressions.json']), ...listsOf(now['suppressions.json'])]) {
    const known = lists.get(list.salt)
    lists.set(
      list.salt,
      known === undefined ? list : { ...list, hashes: { ...known.hashes, ...list.hashes } }
    )
  }
  const present = now['suppressions.json'].salt
  const earlier = then['suppressions.json'].salt
  const salt = present !== '' ? present : earlier !== '' ? earlier : randomBytes(16).toString('hex')
  const marked = [
    ...now['contacts.json'].contacts.flatMap(marksOf),
    ...pending.flatMap(({ keys }) =>
      keys.map((key): Suppression & { readonly at: string } => ({ channel: EVERYWHERE, key, reason: '', at }))
    )
  ]
  const added = Object.fromEntries(
    marked.map((mark) => [
      hashOf(salt, markOf(mark)),
      { at: mark.at === '' ? at : mark.at, ...(mark.reason !== '' && { reason: mark.reason }) }
    ])
  )
  const own = lists.get(salt)
  lists.delete(salt)
  return { salt, hashes: { ...added, ...own?.hashes }, joined: [...lists.values()] }
}

const listsOf = ({ salt, hashes, joined }: SuppressionsFile): readonly HashList[] =>
  [{ salt, hashes }, ...joined].filter((list) => list.salt !== '')

/** The first of those with the same key. */
function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item)
  return [...seen.values()]
}
