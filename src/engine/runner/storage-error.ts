import type { AppError } from '../../shared/app-error'

/** What the operator hears when the disk refuses a ledger. */
export function storageError(error: unknown): AppError {
  const detail = (error as NodeJS.ErrnoException).code ?? String(error)
  return { code: 'storage_failed', params: { file: 'runs', detail } }
}

export const ledgerRefused = (): AppError => ({
  code: 'storage_failed',
  params: { file: 'runs', detail: 'the ledger could not be written' }
})
