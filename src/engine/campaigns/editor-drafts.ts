import type { EditorDraft, EditorDraftNote } from '../../shared/ipc/views'
import { ok, type Result } from '../../shared/result'
import type { Clock } from '../ports'
import type { CampaignService } from './campaign-service'
import type { Collection } from '../store/collection'
import type { DraftsFile } from '../store/data-folder'
import { isoOf } from '../system-clock'

/** Far more than anybody leaves lying about; the oldest gives way. */
const MOST_DRAFTS = 200

/**
 * What was typed into a campaign's editor and not saved, by the campaign's id, or `new`. The values are the form's own:
 * they are kept as text and never looked into. Every change is durable when it resolves.
 */
export class EditorDrafts {
  readonly #collection: Collection<DraftsFile>
  readonly #clock: Clock

  constructor(collection: Collection<DraftsFile>, clock: Clock) {
    this.#collection = collection
    this.#clock = clock
  }

  /** All drafts without what is in them, the latest first. */
  notes(): readonly EditorDraftNote[] {
    return this.#collection.value.drafts.map(({ key, at }) => ({ key, at })).reverse()
  }

  find(key: string): EditorDraft | null {
    const draft = this.#collection.value.drafts.find((each) => each.key === key)
    return draft === undefined ? null : { at: draft.at, values: draft.values }
  }

  /** Keeps what is typed now in place of what was typed before. */
  async save(key: string, values: string): Promise<Result<null>> {
    const draft = { key, at: isoOf(this.#clock.nowMs()), values }
    return this.#change((drafts) => [...drafts.filter((each) => each.key !== key), draft].slice(-MOST_DRAFTS))
  }

  /** Forgets a draft; one that is not there is no failure. */
  async drop(key: string): Promise<Result<null>> {
    return this.#change((drafts) =>
      drafts.some((each) => each.key === key) ? drafts.filter((each) => each.key !== key) : drafts
    )
  }

  async #change(change: (drafts: DraftsFile['drafts']) => DraftsFile['drafts']): Promise<Result<null>> {
    const saved = await this.#collection.update((file) => {
      const drafts = change(file.drafts)
      return drafts === file.drafts ? file : { drafts }
    })
    return saved.ok ? ok(null) : saved
  }
}

/** Deletes a campaign, and what was typed for it and not saved. */
export async function deleteWithDraft(
  id: string,
  campaigns: Pick<CampaignService, 'delete'>,
  drafts: EditorDrafts
): Promise<Result<null>> {
  const deleted = await campaigns.delete(id)
  if (deleted.ok) await drafts.drop(id)
  return deleted
}
