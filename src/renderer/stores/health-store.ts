import { create } from 'zustand'
import type { Health } from '../../shared/domain/health'
import { loa } from '../api'
import { coalesced } from './coalesced'
import { loaded, loadFailed, type Loadable, notLoaded } from './loadable'

interface HealthState extends Loadable {
  readonly health: Health | null
}

export const useHealthStore = create<HealthState>(() => ({ ...notLoaded, health: null }))

/** Looks at everything anew; the last answer wins. */
export const loadHealth = coalesced(async () => {
  const result = await loa.getHealth()
  useHealthStore.setState(result.ok ? { ...loaded, health: result.value } : loadFailed(result.error))
})
