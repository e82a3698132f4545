import type { ImportProblem, RowReport } from '../../shared/domain/contact-import'
import type { Words } from '../words'

/** The import report in the operator's language. */
export const reportWords =
  ({ import: t }: Words) =>
  ({ outcome, problems }: RowReport): { readonly outcome: string; readonly problems: string } => ({
    outcome: t(`outcomes.${outcome}`),
    problems: problems.map((problem) => problemText(problem, t)).join(' ')
  })

function problemText(
  { code, field = '', value = '', detail = '' }: ImportProblem,
  t: Words['import']
): string {
  return t(`problems.${code}`, { field, value, detail })
}
