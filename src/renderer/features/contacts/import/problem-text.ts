import i18next from 'i18next'
import type { ImportProblem, ImportPurpose } from '../../../../shared/domain/contact-import'
import { ISSUE_CODES } from '../../../../shared/issue-codes'
import { issueText } from '../../../ui/error-text'

/** An address that is kept in a contact all the same; in a list of people not to contact it says nothing. */
const KEPT_UNUSABLE: ReadonlySet<string> = new Set(['number_invalid', 'telegram_invalid', 'telegram_invite'])

/** The sentence for what is wrong or doubtful about a row. */
function problemText(
  { code, field = '', value = '', detail = '' }: ImportProblem,
  purpose: ImportPurpose
): string {
  const t = i18next.getFixedT(null, 'import')
  if (purpose === 'do_not_contact' && KEPT_UNUSABLE.has(code)) return t('unusable', { value })
  if (code === 'campaign_invalid') {
    const [said] = detail.split(': ').slice(-1)
    const issue = ISSUE_CODES.find((known) => known === said)
    if (issue !== undefined) return t('campaign_reason', { reason: issueText({ code: issue }) })
  }
  return t(`problems.${code}`, { field, value, detail })
}

/** All that is to say about a row, nothing twice. */
export const problemsText = (problems: readonly ImportProblem[], purpose: ImportPurpose): string =>
  [...new Set(problems.map((problem) => problemText(problem, purpose)))].join(' ')
