import type { LoaApi } from '../shared/ipc/contract'

declare global {
  interface Window {
    readonly loa: LoaApi & { readonly pathOf: (file: File) => string }
  }
}

/** The main process, as typed calls and events. Calls never reject: an expected failure is a value. */
export const loa: LoaApi = window.loa

/** Where a file lies that was chosen or dropped; empty when it has no place of its own (a picture out of a page). */
export function pathOf(file: File): string {
  const own = 'path' in file && typeof file.path === 'string' ? file.path : ''
  return own === '' ? window.loa.pathOf(file) : own
}
