import i18next from 'i18next'
import type { AppError, FieldIssue, IssueParams } from '../../shared/app-error'
import type { IssueCode } from '../../shared/issue-codes'

/** At most this many sentences in one toast: more are not read. */
const SENTENCES = 3

const sentence = (code: IssueCode, params: IssueParams = {}): string =>
  i18next.t(code, { ns: 'errors', ...params })

/** The sentence for one wrong field: what is wrong, and what to do. */
export const issueText = (issue: Pick<FieldIssue, 'code' | 'params'>): string =>
  sentence(issue.code, issue.params)

/** The sentence for a failure. When single fields are to blame, theirs say more than "invalid" does. */
export function errorText(error: AppError): string {
  const issues = error.issues ?? []
  if (issues.length === 0) return sentence(error.code, error.params)
  return [...new Set(issues.map(issueText))].slice(0, SENTENCES).join(' ')
}

/** The place of the argument in the call may stand before the field; the form knows nothing of it. */
const fieldOf = ({ path }: FieldIssue): string =>
  (typeof path[0] === 'number' ? path.slice(1) : path).join('.')

/** The failure as Mantine form errors: `schedule_settings.start_time` -> sentence. The first issue of a field wins. */
export function fieldErrors(error: AppError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues ?? []) errors[fieldOf(issue)] ??= issueText(issue)
  return errors
}
