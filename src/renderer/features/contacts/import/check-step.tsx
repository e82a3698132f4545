import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../ui/error-text'
import { CampaignTable } from './campaign-table'
import { CheckProgress } from './check-progress'
import { CheckedPeople } from './checked-people'
import { ImportFooter } from './import-footer'
import type { ImportFlow } from './import-flow'
import type { CheckStepState } from './import-state'
import { Notice } from './notice'
import { ProblemRows } from './problem-rows'
import { StepBody, StepFooter, StepHeading } from './step-parts'

interface CheckStepProps {
  readonly flow: ImportFlow
  readonly state: CheckStepState
}

/** What would become of the whole file; importing it is one button away. */
export function CheckStep({ flow, state }: CheckStepProps) {
  const { t } = useTranslation(['import', 'common'])
  const { preview, options, checked, isChecking, progress, problem } = state
  const file = preview.file_name
  const back = (
    <Button variant="default" disabled={state.isImporting} onClick={() => void flow.back()}>
      {t('common:actions.back')}
    </Button>
  )

  if (checked === null && isChecking)
    return (
      <>
        <StepBody>
          <StepHeading key="checking">{t('check.checking', { file })}</StepHeading>
          <CheckProgress progress={progress} sizeBytes={preview.size_bytes} />
        </StepBody>
        <StepFooter>
          <Button variant="default" onClick={() => void flow.back()}>
            {t('check.cancel')}
          </Button>
        </StepFooter>
      </>
    )

  if (checked === null)
    return (
      <>
        <StepBody>
          <StepHeading key="failed" text={file}>
            {t('check.failed')}
          </StepHeading>
          {problem !== null && <Notice tone="bad">{errorText(problem)}</Notice>}
        </StepBody>
        <StepFooter back={back}>
          <Button onClick={flow.restart}>{t('file.another')}</Button>
        </StepFooter>
      </>
    )

  return (
    <>
      <StepBody>
        <StepHeading key="checked" text={factsOf()}>
          {t(`check.title.${options.purpose}`)}
        </StepHeading>
        {state.listChanged && <Notice tone="busy">{t('check.list_changed')}</Notice>}
        {problem !== null && <Notice tone="bad">{errorText(problem)}</Notice>}
        {checked.of === 'campaigns' ? (
          <>
            <CampaignTable campaigns={checked.check.campaigns} />
            {checked.check.problems.length > 0 && (
              <ProblemRows
                problems={checked.check.problems}
                count={checked.check.problems.length}
                purpose="campaigns"
              />
            )}
          </>
        ) : (
          <CheckedPeople check={checked.check} state={state} onChange={(part) => void flow.change(part)} />
        )}
      </StepBody>
      <ImportFooter flow={flow} state={state} checked={checked} back={back} />
    </>
  )

  function factsOf(): string {
    return checked?.of === 'people' ? `${file} · ${t('check.read', { count: checked.check.rows })}` : file
  }
}
