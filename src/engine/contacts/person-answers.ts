import type { Campaign } from '../../shared/domain/campaign'
import type { Contact } from '../../shared/domain/contact'
import type { Audiences } from '../campaigns/audience'
import { type ExplainContext, explainReach } from './explain-reach'
import { messagesTo } from './message-history'

export interface PersonAnswersContext extends Omit<ExplainContext, 'audienceOf'> {
  readonly audiences: Audiences
}

/** What the page of a person asks: everything that was sent, and why a campaign does not reach them. */
export function personAnswers(context: PersonAnswersContext) {
  const { audiences, ledgers, index } = context
  const audienceOf = ({ contacts, audience }: Campaign) => audiences.find(contacts, audience)
  return {
    explainReach: (contact: Contact, campaign: Campaign) =>
      explainReach(contact, campaign, { ...context, audienceOf }),
    messagesTo: (contact: Contact) => messagesTo(contact, ledgers, index)
  }
}
