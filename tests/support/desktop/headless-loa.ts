import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { sandboxFlags } from '../../../scripts/launch/sandbox.mjs'
import { electronPath } from '../app/launch-loa'
import { Changes } from '../engine/changes'

/** The built app, started with `--headless` on a computer without a display. */
export class HeadlessLoa {
  readonly process: ChildProcess
  readonly #changes = new Changes()
  readonly #ended: Promise<number | null>
  #out = ''
  #err = ''

  constructor(dataDir: string, env: Record<string, string> = {}) {
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, DBUS_SESSION_BUS_ADDRESS: _bus, ...own } = process.env
    const args = [...sandboxFlags(), process.cwd(), '--headless', `--data-dir=${dataDir}`]
    this.process = spawn(electronPath(), args, {
      env: { ...own, ...env },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    this.process.stdout?.on('data', (chunk: Buffer) => {
      this.#out += chunk.toString()
      this.#changes.changed()
    })
    this.process.stderr?.on('data', (chunk: Buffer) => (this.#err += chunk.toString()))
    this.#ended = once(this.process, 'close').then(([status]) => status as number | null)
  }

  /** The lines of stdout, without the time in front. */
  get lines(): readonly string[] {
    return this.#out.split('\n').map((line) => line.replace(/^\d{4}-\d\d-\d\dT\S+Z /, ''))
  }

  get stdout(): string {
    return this.#out
  }

  get stderr(): string {
    return this.#err
  }

  until(holds: (lines: readonly string[]) => boolean, what: string, limitMs?: number): Promise<void> {
    return this.#changes.until(() => holds(this.lines), what, limitMs)
  }

  started(): Promise<void> {
    return this.until((lines) => lines.some((line) => line.includes('[LOA] Started')), 'headless has started')
  }

  /** Resolves to the exit status once the process is gone and has said everything. */
  ended(): Promise<number | null> {
    return this.#ended
  }
}
