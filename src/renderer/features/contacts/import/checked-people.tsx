import type { ImportCheck, ImportOptions } from '../../../../shared/domain/contact-import'
import { CheckProgress } from './check-progress'
import type { CheckStepState } from './import-state'
import { OutcomeCounts } from './outcome-counts'
import { ProblemRows } from './problem-rows'
import { ReachSummary } from './reach-summary'
import classes from './check-step.module.css'

interface CheckedPeopleProps {
  readonly check: ImportCheck
  readonly state: CheckStepState
  readonly onChange: (part: Partial<ImportOptions>) => void
}

/** What would become of the people of a file, in numbers and row by row. */
export function CheckedPeople({ check, state, onChange }: CheckedPeopleProps) {
  const { options, preview, isChecking, progress } = state
  const { purpose } = options
  return (
    <div className={classes['results']}>
      {isChecking && <CheckProgress progress={progress} sizeBytes={preview.size_bytes} isQuiet />}
      <div className={classes['numbers']} aria-busy={isChecking}>
        <OutcomeCounts counts={check.counts} when="will" isSuppressing={purpose === 'do_not_contact'} />
        {purpose === 'contacts' && <ReachSummary check={check} options={options} onChange={onChange} />}
        <ProblemRows
          problems={check.problems}
          count={check.problem_count}
          purpose={purpose}
          isChecking={isChecking}
        />
      </div>
    </div>
  )
}
