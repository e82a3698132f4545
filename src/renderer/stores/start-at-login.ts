import type { StartAtLogin } from '../../shared/ipc/desktop'
import type { Result } from '../../shared/result'
import { loa } from '../api'

/** Whether Loa starts at log-in, as the system has it now. */
export const readStartAtLogin = (): Promise<Result<StartAtLogin>> => loa.getStartAtLogin()

/** Switches it, and gives what the system has then. */
export const setStartAtLogin = (on: boolean): Promise<Result<StartAtLogin>> => loa.setStartAtLogin(on)
