import type { DataFolder } from './data-folder'

/**
 * Damaged files that are not worth holding all sending for: the index is made from the ledgers again, without its note the
 * last import cannot be undone, what was typed and not saved is lost, and of the templates the last good ones come back.
 */
export async function recoverExpendable({ runs, imports, drafts, templates }: DataFolder): Promise<void> {
  for (const file of [runs, imports, drafts]) {
    if (file.problem !== null) await file.recover('empty')
  }
  if (templates.problem === null) return
  const recovered = await templates.recover('backup')
  if (!recovered.ok) await templates.recover('empty')
}
