import type { Warning } from '../../shared/ipc/views'

/** The files whose last change could not be written. */
export const storageWarnings = (
  files: readonly { readonly name: string; readonly failure: string | null }[]
): Warning[] =>
  files.flatMap(({ name, failure }) =>
    failure === null ? [] : [{ kind: 'storage_failed' as const, file: name, detail: failure }]
  )
