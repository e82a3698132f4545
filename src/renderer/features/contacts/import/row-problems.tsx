import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import type { ImportProblem, ImportPurpose } from '../../../../shared/domain/contact-import'
import { problemsText } from './problem-text'
import classes from './preview-table.module.css'

interface RowProblemsProps {
  readonly tone: 'bad' | 'caution'
  readonly problems: readonly ImportProblem[]
  readonly purpose: ImportPurpose
  /** What the sign means, for those who do not see it. */
  readonly label: string
}

/** What is wrong or doubtful about a row, a sentence each. */
export function RowProblems({ tone, problems, purpose, label }: RowProblemsProps) {
  const Symbol = tone === 'bad' ? IconCircleX : IconAlertTriangle
  return (
    <span className={classes['problems']} data-tone={tone}>
      <Symbol size={15} stroke={1.8} aria-hidden />
      <VisuallyHidden>{label}: </VisuallyHidden>
      <span>{problemsText(problems, purpose)}</span>
    </span>
  )
}
