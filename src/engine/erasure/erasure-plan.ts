import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Contact, displayName } from '../../shared/domain/contact'
import type { ErasurePlan, ExportedFile } from '../../shared/ipc/backup-views'
import { fail, ok, type Result } from '../../shared/result'
import type { Backups } from '../backup/backups'
import type { PeopleByAddress } from '../contacts/people-by-address'
import type { Ledgers, RunIndex } from '../ports'
import type { RunCoordinator } from '../runner/run-coordinator'
import type { DataFolder } from '../store/data-folder'
import { eraserOf } from './erase-text'
import type { ExportedFiles } from './exported-files'
import { personTerms } from './person-terms'

export interface ErasurePlanContext {
  readonly data: DataFolder
  readonly ledgers: Pick<Ledgers, 'list' | 'loadPeople'>
  readonly index: Pick<RunIndex, 'find'>
  readonly findContact: (id: string) => Contact | undefined
  readonly people: PeopleByAddress
  readonly coordinator: Pick<RunCoordinator, 'openWith'>
  readonly backups: Pick<Backups, 'list'>
  readonly exported: Pick<ExportedFiles, 'present'>
}

/** What erasing somebody would do, and what it cannot reach. Nothing is changed. */
export async function planErasure(
  contactId: string,
  context: ErasurePlanContext
): Promise<Result<ErasurePlan>> {
  const { data, ledgers, index, findContact, people, coordinator, backups, exported } = context
  const contact = findContact(contactId)
  if (contact === undefined) return fail({ code: 'not_found' })
  const ids = [contact._id, ...contact.merged_ids]
  const terms = personTerms(contact)
  const eraser = eraserOf([{ contact_ids: [], ...terms }])
  let runs = 0
  for (const runId of await ledgers.list()) {
    const state = await ledgers.loadPeople(runId, ids)
    if (state !== null && state.contacts.length > 0) runs += 1
  }
  const known = await people.ready()
  const sharing = new Set(
    terms.keys.flatMap((key) => known.having(key)).filter(({ _id }) => _id !== contact._id)
  )
  const { campaigns } = data.campaigns.value
  const { templates } = data.templates.value
  const mentions = [...campaigns, ...templates].filter((each) => {
    const text = JSON.stringify(each)
    return eraser.erase(text) !== text
  })
  const waiting = coordinator.openWith(ids).flatMap((id) => index.find(id)?.campaign_name ?? [])
  return ok({
    contact_id: contact._id,
    name: displayName(contact),
    runs,
    waits_for: [...new Set(waiting)],
    sharing: [...sharing].map(displayName),
    mentioned_in: mentions.map(({ name }) => name),
    files: [...(await exported.present()), ...(await setAside(data.folder))],
    backups: (await backups.list()).copies,
    keep_days: data.settings.value.settings.backup.keep_days
  })
}

/** Damaged files that were set aside: nobody knows what is in them. */
async function setAside(folder: string): Promise<ExportedFile[]> {
  const names = (await readdir(folder)).filter((name) => name.includes('.damaged-'))
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      const found = await stat(path).catch(() => null)
      return { path, at: (found?.mtime ?? new Date(0)).toISOString() }
    })
  )
}
