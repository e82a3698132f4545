import { isDeepStrictEqual } from 'node:util'
import { isOpen } from '../../shared/domain/run'
import type { RestoreChange, RestorePreview } from '../../shared/ipc/backup-views'
import { inPieces } from '../pieces'
import type { BackupManifest } from './backup-format'
import type { DataValues } from './data-values'
import { marksOnlyNow } from './merge-values'

interface Identified {
  readonly _id: string
}

export interface PreviewedRuns {
  /** The runs whose ledgers the backup has. */
  readonly then: readonly string[]
  /** The runs that have a ledger here. */
  readonly now: readonly string[]
}

/** The settings that hold back sending say how things stood, not what the operator has chosen. */
const STANDING: ReadonlySet<string> = new Set(['emergency_stop', 'clock_hold', 'slots_from'])

/** What a restore would change, beside what it never does: nobody who asked to stop is contacted again. */
export async function restorePreview(
  about: Pick<RestorePreview, 'check_id' | 'file'>,
  manifest: BackupManifest,
  now: DataValues,
  then: DataValues,
  runs: PreviewedRuns
): Promise<RestorePreview> {
  const people = await compared(now['contacts.json'].contacts, then['contacts.json'].contacts)
  const campaigns = await compared(now['campaigns.json'].campaigns, then['campaigns.json'].campaigns)
  const erased = new Set(
    [...now['erasures.json'].done, ...now['erasures.json'].pending].flatMap(({ contact_ids }) => contact_ids)
  )
  const here = new Set(runs.now)
  const there = new Set(runs.then)
  const all = [...now['runs.json'].runs, ...then['runs.json'].runs.filter(({ id }) => !here.has(id))]
  const { settings } = then['settings.json']
  const present = now['settings.json'].settings
  return {
    ...about,
    made_at: manifest.made_at,
    app_version: manifest.app_version,
    contacts: {
      added: people.added.length,
      removed: people.removed.length,
      changed: people.changed.length,
      now: now['contacts.json'].contacts.length,
      then: then['contacts.json'].contacts.length
    },
    campaigns: {
      added: campaigns.added.map(({ name }) => name),
      removed: campaigns.removed.map(({ name }) => name),
      changed: campaigns.changed.map(({ name }) => name)
    },
    settings: Object.keys(settings).filter(
      (key) =>
        !STANDING.has(key) &&
        !isDeepStrictEqual(settings[key as keyof typeof settings], present[key as keyof typeof present])
    ),
    runs: {
      added: runs.then.filter((id) => !here.has(id)).length,
      kept: runs.now.filter((id) => !there.has(id)).length,
      open: all.filter(isOpen).length
    },
    marks_kept: marksOnlyNow(now, then),
    erased_again: then['contacts.json'].contacts.filter(({ _id }) => erased.has(_id)).length
  }
}

type Compared<T> = Readonly<Record<keyof RestoreChange, readonly T[]>>

async function compared<T extends Identified>(now: readonly T[], then: readonly T[]): Promise<Compared<T>> {
  const pieces = inPieces()
  const present = new Map(now.map((each) => [each._id, each]))
  const added: T[] = []
  const changed: T[] = []
  for (const each of then) {
    const other = present.get(each._id)
    present.delete(each._id)
    if (other === undefined) added.push(each)
    else if (!isDeepStrictEqual(other, each)) changed.push(each)
    if (pieces.isDue()) await pieces.rest()
  }
  return { added, changed, removed: [...present.values()] }
}
