import type { Contact } from '../../shared/domain/contact'
import type { ContactMessage } from '../../shared/ipc/contact-views'
import type { Ledgers, RunIndex } from '../ports'
import { detailOf } from '../runner/run-detail'

/** Enough for a page; who had more has read enough. */
const MOST_MESSAGES = 500

/** Everything that was ever sent, or should have been, to somebody: newest run first, as the ledgers tell it. */
export async function messagesTo(
  contact: Contact,
  ledgers: Ledgers,
  index: RunIndex
): Promise<readonly ContactMessage[]> {
  const ids = [contact._id, ...contact.merged_ids]
  const messages: ContactMessage[] = []
  for (const run of index.all()) {
    if (run.started_at === null) continue
    const state = await ledgers.loadPeople(run.id, ids)
    if (state === null) continue
    const { deliveries } = detailOf(state, run)
    for (const delivery of deliveries) {
      const { campaign_id, campaign_name, trigger, gateway, started_at } = run
      messages.push({ run_id: run.id, campaign_id, campaign_name, trigger, gateway, started_at, delivery })
    }
    if (messages.length >= MOST_MESSAGES) break
  }
  return messages
}
