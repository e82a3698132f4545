import type { LoaApi } from '../shared/ipc/contract'

declare global {
  interface Window {
    readonly loa: LoaApi
  }
}

/** The main process, as typed calls and events. Calls never reject: an expected failure is a value. */
export const loa: LoaApi = window.loa
