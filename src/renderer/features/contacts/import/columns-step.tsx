import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../ui/error-text'
import { ColumnList } from './column-list'
import { CsvLayout } from './csv-layout'
import { FileFacts } from './file-facts'
import { ImportChoices } from './import-choices'
import type { ImportFlow } from './import-flow'
import type { ColumnsStepState } from './import-state'
import { Notice } from './notice'
import { PreviewTable } from './preview-table'
import { StepBody, StepFooter } from './step-parts'
import { SuppressReason } from './suppress-reason'
import classes from './columns-step.module.css'

interface ColumnsStepProps {
  readonly flow: ImportFlow
  readonly state: ColumnsStepState
}

/** What was recognised, what each column becomes, and how the first rows would then be stored. */
export function ColumnsStep({ flow, state }: ColumnsStepProps) {
  const { t } = useTranslation(['import', 'common'])
  const { preview, options, isReading, problem } = state
  const isSuppressing = options.purpose === 'do_not_contact'
  return (
    <>
      <StepBody>
        <FileFacts preview={preview} options={options} onAnother={flow.restart} />
        {preview.kind === 'csv' && (
          <CsvLayout options={options} onChange={(part) => void flow.change(part)} />
        )}
        {problem !== null && <Notice tone="bad">{errorText(problem)}</Notice>}
        <div className={classes['halves']}>
          <ColumnList columns={preview.columns} options={options} onMap={flow.mapColumn} />
          {isSuppressing ? (
            <SuppressReason
              options={options}
              fileName={preview.file_name}
              onChange={(part) => void flow.change(part)}
            />
          ) : (
            <ImportChoices options={options} onChange={(part) => void flow.change(part)} />
          )}
        </div>
        <PreviewTable rows={preview.rows} isReading={isReading} purpose={options.purpose} />
      </StepBody>
      <StepFooter
        back={
          <Button variant="default" onClick={() => void flow.back()}>
            {t('common:actions.back')}
          </Button>
        }
      >
        <Button disabled={problem !== null} onClick={() => void flow.check()}>
          {t('check.go')}
        </Button>
      </StepFooter>
    </>
  )
}
