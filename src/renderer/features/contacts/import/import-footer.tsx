import { Button, Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPurpose } from '../../../../shared/domain/contact-import'
import type { ImportFlow } from './import-flow'
import { type Checked, type CheckStepState, importable } from './import-state'
import { StepFooter } from './step-parts'

interface ImportFooterProps {
  readonly flow: ImportFlow
  readonly state: CheckStepState
  readonly checked: Checked
  readonly back: ReactNode
}

/** The button that does it, and what to know before; when there is nothing to do, why. */
export function ImportFooter({ flow, state, checked, back }: ImportFooterProps) {
  const { t } = useTranslation('import')
  const id = useId()
  const { purpose } = state.options
  const count = purpose === 'do_not_contact' ? addedBy(checked) : importable(checked)
  const isNothing = count === 0
  return (
    <StepFooter
      back={back}
      note={
        <span id={id}>
          {isNothing ? t(`check.nothing.${reasonOf(checked, purpose)}`) : t(`check.rules.${purpose}`)}
        </span>
      }
    >
      <Button
        aria-describedby={id}
        disabled={isNothing || state.isChecking || state.isImporting}
        {...(state.isImporting && { leftSection: <Loader size={14} color="gray" /> })}
        onClick={() => void flow.commit()}
      >
        {labelOf()}
      </Button>
    </StepFooter>
  )

  function labelOf(): string {
    if (isNothing) return t('check.nothing.button')
    return state.isImporting ? t('check.importing') : t(`check.import.${purpose}`, { count })
  }
}

const addedBy = (checked: Checked): number => (checked.of === 'people' ? checked.check.counts.added : 0)

/** Why there is nothing to import. */
function reasonOf(checked: Checked, purpose: ImportPurpose): 'usable' | ImportPurpose {
  if (checked.of === 'people' && checked.check.counts.rejected === checked.check.rows) return 'usable'
  return purpose
}
