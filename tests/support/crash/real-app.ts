import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { findElectron } from '../../../scripts/electron/electron-runtime.mjs'
import { sandboxFlags } from '../../../scripts/launch/sandbox.mjs'
import { configHome } from '../app/config-home'
import type { Screen } from './screen'

/** The built app in the real Electron, to be killed: a process group of its own, so that a kill leaves nothing behind. */
export class RealApp {
  readonly #process: ChildProcess

  constructor(dataDir: string, screen: Screen) {
    const electron = findElectron()
    if (electron === null) throw new Error('There is no Electron: run `npm run setup` first')
    const args = [...sandboxFlags(), process.cwd(), `--data-dir=${dataDir}`, '--hidden']
    this.#process = spawn(electron.executablePath, args, {
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: screen.display, XDG_CONFIG_HOME: configHome(dataDir) }
    })
  }

  /** It ended by itself. */
  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null
  }

  /** kill -9 for the app and everything that it started. Resolves when it is gone. */
  async kill(): Promise<void> {
    const { pid } = this.#process
    if (pid === undefined || this.hasEnded) return
    const gone = once(this.#process, 'exit')
    process.kill(-pid, 'SIGKILL')
    await gone
  }
}
