import type { DataFolder } from './data-folder'

/**
 * Damaged files that are not worth holding all sending for: the index is made from the ledgers again, without its note the
 * last import cannot be undone, the list of exported files begins anew, what was typed and not saved is lost, and of templates and erasures the last good ones come back.
 */
export async function recoverExpendable({
  runs,
  imports,
  drafts,
  exports,
  templates,
  erasures
}: DataFolder): Promise<void> {
  for (const file of [runs, imports, drafts, exports]) {
    if (file.problem !== null) await file.recover('empty')
  }
  for (const file of [templates, erasures]) {
    if (file.problem === null) continue
    const recovered = await file.recover('backup')
    if (!recovered.ok) await file.recover('empty')
  }
}
