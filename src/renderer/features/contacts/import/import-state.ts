import type { AppError } from '../../../../shared/app-error'
import type {
  ImportCheck,
  ImportDone,
  ImportOptions,
  ImportPreview,
  ImportProgress
} from '../../../../shared/domain/contact-import'
import type { CampaignImportCheck } from '../../../../shared/ipc/contact-views'

/** Why a file was not opened: the engine's own word, or what only the window can know. */
export type FileProblem = AppError | 'several' | 'nameless'

/** A file that is open, and how the operator wants it read. */
export interface OpenImport {
  readonly preview: ImportPreview
  readonly options: ImportOptions
  /** Columns that the operator has decided about; the others may be guessed anew when the file is read differently. */
  readonly decided: readonly string[]
}

/** What the check found. */
export type Checked =
  | { readonly of: 'people'; readonly check: ImportCheck }
  | { readonly of: 'campaigns'; readonly check: CampaignImportCheck }

export interface FileStepState {
  readonly step: 'file'
  /** The name of the file that is being opened. */
  readonly opening: string | null
  readonly problem: FileProblem | null
}

export interface ColumnsStepState extends OpenImport {
  readonly step: 'columns'
  /** `preview` is older than `options`; the new one is on its way. */
  readonly isReading: boolean
  readonly problem: AppError | null
}

export interface CheckStepState extends OpenImport {
  readonly step: 'check'
  readonly isChecking: boolean
  readonly progress: ImportProgress | null
  /** What was found; while it is checked again, what was found before. */
  readonly checked: Checked | null
  /** The list changed between check and import, so this is the second check. */
  readonly listChanged: boolean
  readonly isImporting: boolean
  readonly problem: AppError | null
}

export interface DoneStepState {
  readonly step: 'done'
  readonly fileName: string
  readonly done: ImportDone
  readonly isUndone: boolean
}

/** Where the wizard is. */
export type ImportState = FileStepState | ColumnsStepState | CheckStepState | DoneStepState

export type ImportStep = ImportState['step']

/** How many people or campaigns would come in, or change. */
export const importable = (checked: Checked): number =>
  checked.of === 'campaigns'
    ? checked.check.campaigns.length
    : checked.check.counts.added + checked.check.counts.merged
