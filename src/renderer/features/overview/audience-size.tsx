import { useTranslation } from 'react-i18next'
import type { Campaign } from '../../../shared/domain/campaign'
import { useAudienceCount } from '../../stores/audience-count'

/** How many people a campaign is for: those who are picked, or all whom its rules find now. */
export function AudienceSize({ campaign: { contacts, audience } }: { readonly campaign: Campaign }) {
  const { t } = useTranslation()
  const hasRules = [audience.tags_in, audience.tags_out, audience.filters].some((rules) => rules.length > 0)
  if (hasRules) return <FoundByRules contacts={contacts} audience={audience} />
  return t('contacts', { count: contacts.length })
}

function FoundByRules({ contacts, audience }: Pick<Campaign, 'contacts' | 'audience'>) {
  const { t } = useTranslation()
  const { contacts: count } = useAudienceCount(contacts, audience)
  return t('contacts', { count })
}
