import type { LoaApi } from '../shared/ipc/contract'
import { counted } from './pending-calls'

declare global {
  interface Window {
    readonly loa: LoaApi & { readonly pathOf: (file: File) => string }
  }
}

type Call = (...args: readonly unknown[]) => Promise<unknown>

const IS_EVENT = /^on[A-Z]/

/** The main process, as typed calls and events. Calls never reject: an expected failure is a value. */
export const loa = Object.fromEntries(
  Object.entries(window.loa).map(([name, each]) => [name, IS_EVENT.test(name) ? each : counted(each as Call)])
) as LoaApi

/** Where a file lies that was chosen or dropped; empty when it has no place of its own (a picture out of a page). */
export function pathOf(file: File): string {
  const own = 'path' in file && typeof file.path === 'string' ? file.path : ''
  return own === '' ? window.loa.pathOf(file) : own
}
