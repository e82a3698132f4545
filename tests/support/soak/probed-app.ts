import type * as Electron from 'electron'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { sandboxFlags } from '../../../scripts/launch/sandbox.mjs'
import { configHome } from '../app/config-home'
import { electronPath } from '../app/launch-loa'
import { pollUntil } from '../engine/changes'

/** What the app holds, as it counts it itself. */
export interface OwnFigures {
  readonly heapBytes: number
  readonly handles: number
  readonly listeners: number
  readonly pageHeapBytes: number
  readonly pageNodes: number
  readonly pageListeners: number
}

export interface ProbedOptions {
  /** Another app's folder, to compare with; Loa's when nothing is said. */
  readonly app?: string
  /** A pipe for its words, when the test wants to close it. */
  readonly stdio?: 'ignore' | 'pipe'
  readonly env?: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
}

/** The built app with nothing attached to it but a socket that answers when asked. */
export class ProbedApp {
  readonly process: ChildProcess
  readonly #socket: string

  constructor(
    dataDir: string,
    { app = process.cwd(), stdio = 'ignore', env = {}, flags = [] }: ProbedOptions = {}
  ) {
    this.#socket = join(dataDir, 'probe.sock')
    const probe = join(process.cwd(), 'tests', 'support', 'soak', 'figures-probe.cjs')
    const args = [
      ...sandboxFlags(),
      '--js-flags=--expose-gc',
      '-r',
      probe,
      app,
      `--data-dir=${dataDir}`,
      ...flags
    ]
    this.process = spawn(electronPath(), args, {
      stdio,
      env: {
        ...process.env,
        XDG_CONFIG_HOME: configHome(dataDir),
        LANGUAGE: 'en',
        LC_ALL: 'C.UTF-8',
        LOA_PROBE_SOCKET: this.#socket,
        ...env
      }
    })
  }

  /** Waits until the window is there. */
  async opened(): Promise<void> {
    await pollUntil(() => this.#isShown(), 'the window is shown', 60_000)
  }

  /** Waits for the window and closes it: where there is a tray, the app is in it then. */
  async closeWindow(): Promise<void> {
    await this.opened()
    await this.#ask('close')
    await pollUntil(async () => !(await this.#isShown()), 'the window is hidden')
  }

  /** Waits until it can be asked, with a window or without. */
  async started(): Promise<void> {
    await pollUntil(
      () => this.evaluate(({ app }) => app.isReady()).catch(() => false),
      'the app is there',
      60_000
    )
  }

  /** Waits until the closed window is given up. */
  async windowGone(): Promise<void> {
    const windows = () => this.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    await pollUntil(async () => (await windows()) === 0, 'the window is given up', 60_000)
  }

  /** Takes out the garbage of both processes, then counts. */
  figures(): Promise<OwnFigures> {
    return this.#ask('figures') as Promise<OwnFigures>
  }

  /** Calls a function in the main process. It is sent as text, so it can use nothing around it. */
  evaluate<Value>(inMain: (electron: typeof Electron) => Value | Promise<Value>): Promise<Value> {
    return this.#ask(inMain.toString()) as Promise<Value>
  }

  /** Runs a script in the page, as its own. Rejects while there is no page that could. */
  inPage(script: string): Promise<unknown> {
    return this.#ask(
      `({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].webContents.executeJavaScript(${JSON.stringify(script)})`
    )
  }

  async quit(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = once(this.process, 'exit')
    this.process.kill('SIGTERM')
    await gone
  }

  #isShown(): Promise<boolean> {
    return this.#ask('shown').then(
      (answer) => answer === true,
      () => false
    )
  }

  async #ask(question: string): Promise<unknown> {
    const socket = connect(this.#socket)
    await once(socket, 'connect')
    socket.end(question)
    let text = ''
    for await (const chunk of socket) text += String(chunk)
    const { value, error } = JSON.parse(text) as { value?: unknown; error?: string }
    if (error !== undefined) throw new Error(error)
    return value
  }
}
