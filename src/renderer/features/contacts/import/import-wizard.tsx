import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPurpose } from '../../../../shared/domain/contact-import'
import { openPage } from '../../../stores/navigation-store'
import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'
import { useEscape } from '../../../ui/use-escape'
import { usePageHold } from '../../../ui/use-page-hold'
import { CheckStep } from './check-step'
import { ColumnsStep } from './columns-step'
import { DoneStep } from './done-step'
import { FileStep } from './file-step'
import type { ImportFlow } from './import-flow'
import type { ImportState } from './import-state'
import { StepLine } from './step-line'
import { useFileDrop } from './use-file-drop'
import { useImport } from './use-import'
import classes from './wizard.module.css'

interface ImportWizardProps {
  /** Null: people or campaigns, whatever the file holds. */
  readonly purpose: ImportPurpose | null
}

/** A file that comes in, step by step: nothing changes before the operator has seen what would happen. */
export function ImportWizard({ purpose }: ImportWizardProps) {
  const { t } = useTranslation('import')
  const { flow, state } = useImport(purpose)
  // What was chosen for the file, and what became of its rows, is nowhere else.
  usePageHold(() => state.step !== 'file')
  const meant = purposeOf(state) ?? purpose ?? 'contacts'
  const isBusy = state.step === 'check' && state.isChecking
  const drop = useFileDrop(state.step === 'file', (files) => void flow.open(files))
  useEscape(() => {
    if (isBusy) return void flow.back()
    if (state.step !== 'check' || !state.isImporting) void openPage('contacts')
  })
  return (
    <div className={classes['page']} {...drop.handlers}>
      <Page
        scroll="own"
        header={
          <PageHeader
            before={
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={t('back')}
                onClick={() => void openPage('contacts')}
              >
                <IconArrowLeft size={20} aria-hidden />
              </ActionIcon>
            }
            title={t(`title.${meant}`)}
            {...(state.step === 'done' && meant === 'contacts'
              ? {}
              : { description: t(`description.${meant}`) })}
            actions={<StepLine step={state.step} withColumns={meant !== 'campaigns'} />}
          />
        }
      >
        <div className={classes['frame']}>{stepOf(flow, state, purpose, drop.isOver)}</div>
      </Page>
    </div>
  )
}

function purposeOf(state: ImportState): ImportPurpose | null {
  if (state.step === 'done') return state.done.purpose
  return state.step === 'file' ? null : state.options.purpose
}

function stepOf(
  flow: ImportFlow,
  state: ImportState,
  purpose: ImportPurpose | null,
  isOver: boolean
): ReactNode {
  switch (state.step) {
    case 'file':
      return <FileStep flow={flow} state={state} withCampaigns={purpose === null} isOver={isOver} />
    case 'columns':
      return <ColumnsStep flow={flow} state={state} />
    case 'check':
      return <CheckStep flow={flow} state={state} />
    case 'done':
      return <DoneStep flow={flow} state={state} />
  }
}
