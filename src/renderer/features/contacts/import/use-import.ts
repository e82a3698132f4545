import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { ImportPurpose } from '../../../../shared/domain/contact-import'
import { ImportFlow } from './import-flow'
import type { ImportState } from './import-state'

/** One import for as long as the page is shown; leaving the page lets go of the file. */
export function useImport(purpose: ImportPurpose | null): {
  readonly flow: ImportFlow
  readonly state: ImportState
} {
  const [flow] = useState(() => new ImportFlow(purpose))
  const state = useStore(flow.state)
  useEffect(() => flow.close, [flow])
  return { flow, state }
}
