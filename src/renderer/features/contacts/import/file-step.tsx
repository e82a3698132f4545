import { Loader, VisuallyHidden } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../../ui/error-text'
import { FileKinds } from './file-kinds'
import type { ImportFlow } from './import-flow'
import type { FileProblem, FileStepState } from './import-state'
import { Notice } from './notice'
import { StepBody } from './step-parts'
import classes from './file-step.module.css'

interface FileStepProps {
  readonly flow: ImportFlow
  readonly state: FileStepState
  readonly withCampaigns: boolean
  /** A file hovers over the page. */
  readonly isOver: boolean
}

const focusOnce = (input: HTMLInputElement | null): void => input?.focus({ preventScroll: true })

const problemSentence = (problem: FileProblem, t: TFunction<'import'>): string =>
  typeof problem === 'string' ? t(`file.${problem}`) : errorText(problem)

/** One file, chosen or dropped. */
export function FileStep({ flow, state, withCampaigns, isOver }: FileStepProps) {
  const { t } = useTranslation('import')
  const { opening, problem } = state
  const choose = t(problem === null ? 'file.choose' : 'file.another')
  return (
    <StepBody>
      {problem !== null && <Notice tone="bad">{problemSentence(problem, t)}</Notice>}
      {/* The input itself has the focus and opens the chooser; the label is what one sees and clicks. */}
      <label
        className={classes['zone']}
        data-over={isOver || undefined}
        data-busy={opening !== null || undefined}
      >
        <VisuallyHidden>
          <input
            ref={focusOnce}
            type="file"
            aria-label={choose}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])]
              // So that the same file can be chosen again after it was corrected.
              event.currentTarget.value = ''
              void flow.open(files)
            }}
          />
        </VisuallyHidden>
        {opening === null ? (
          <>
            <IconFileImport className={classes['symbol']} size={34} stroke={1.4} aria-hidden />
            <span className={classes['button']}>{choose}</span>
            <span className={classes['hint']}>{t(isOver ? 'file.drop' : 'file.or_drop')}</span>
          </>
        ) : (
          <>
            <Loader size={28} />
            <span className={classes['opening']} role="status">
              {t('file.opening', { file: opening })}
            </span>
          </>
        )}
      </label>
      <FileKinds withCampaigns={withCampaigns} />
    </StepBody>
  )
}
