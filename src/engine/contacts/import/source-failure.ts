import type { AppError } from '../../../shared/app-error'
import type { SourceFailure } from './readers/source'

/** Why a file cannot be imported, as the window says it. */
export const failureOf = ({ code, row, detail }: SourceFailure): AppError => ({
  code,
  params: { row: row ?? 0, detail: detail ?? '' }
})
