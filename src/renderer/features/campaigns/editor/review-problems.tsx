import { UnstyledButton } from '@mantine/core'
import { IconAlertCircle, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from './problems'
import classes from './step-review.module.css'

interface ReviewProblemsProps {
  readonly problems: readonly Problem[]
  readonly onProblem: (problem: Problem) => void
}

/** What is missing, each with the way to its step. */
export function ReviewProblems({ problems, onProblem }: ReviewProblemsProps) {
  const { t } = useTranslation('campaigns')
  return (
    <section aria-label={t('review.problems', { count: problems.length })}>
      <h3 className={classes['problemsTitle']}>{t('review.problems', { count: problems.length })}</h3>
      <ul className={classes['problems']}>
        {problems.map((problem) => (
          <li key={problem.path}>
            <UnstyledButton className={classes['problem']} onClick={() => onProblem(problem)}>
              <IconAlertCircle size={18} stroke={1.7} aria-hidden />
              <span className={classes['problemStep']}>{t(`editor.steps.${problem.step}`)}</span>
              <span className={classes['problemText']}>{problem.text}</span>
              <IconChevronRight size={16} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
