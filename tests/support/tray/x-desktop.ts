import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { startScreen } from '../crash/screen'
import { pollUntil } from '../engine/changes'

const run = promisify(execFile)

/** A desktop of the old kind: a screen of its own with a window manager and, when it is wanted, an XEmbed tray. */
export interface XDesktop {
  /** For the programs that are shown there. */
  readonly env: Record<string, string>
  startTray(): Promise<void>
  stopTray(): Promise<void>
  /** Clicks the only icon of the tray. */
  clickIcon(): Promise<void>
  /** How many windows of that title are to be seen. */
  visible(title: string): Promise<number>
  /** Presses the key that closes the window of that title, until it is gone. Another of that title may come meanwhile. */
  closeBy(title: string, key: string): Promise<void>
  stop(): Promise<void>
}

export async function startXDesktop(): Promise<XDesktop> {
  const screen = await startScreen()
  const env = { DISPLAY: screen.display }
  const start = (program: string, ...args: string[]) =>
    spawn(program, args, { env: { ...process.env, ...env }, stdio: 'ignore' })
  const xdotool = async (...args: string[]) =>
    // `--sync` waits for a window that is gone, too: not for ever here.
    (await run('xdotool', args, { env: { ...process.env, ...env }, timeout: 5_000 })).stdout
  const found = (...search: string[]): Promise<string[]> =>
    xdotool('search', ...search).then(
      (out) => out.split('\n').filter((line) => line !== ''),
      () => []
    )
  const manager = start('openbox')
  let tray: ChildProcess | null = null

  async function stopTray(): Promise<void> {
    if (tray !== null) await end(tray)
    tray = null
  }
  return {
    env,
    async startTray() {
      tray = start(
        'trayer',
        '--edge',
        'bottom',
        '--align',
        'right',
        '--widthtype',
        'request',
        '--height',
        '28'
      )
      await pollUntil(async () => (await found('--class', 'trayer')).length > 0, 'the tray is on the screen')
    },
    stopTray,
    async clickIcon() {
      const window = (await found('--class', 'trayer')).at(-1) ?? ''
      const place = await xdotool('getwindowgeometry', '--shell', window)
      const of = (name: string) => Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(place)?.[1])
      await xdotool('mousemove', String(of('X') + of('WIDTH') / 2), String(of('Y') + of('HEIGHT') / 2))
      await xdotool('click', '1')
    },
    visible: async (title) => (await found('--onlyvisible', '--name', `^${title}$`)).length,
    async closeBy(title, key) {
      const search = ['--onlyvisible', '--name', `^${title}$`]
      let asked: string | undefined
      // A window that has just come, or a window manager that has not yet, cannot be activated: then the key goes nowhere.
      // And a key can close its window before xdotool has ended, which it then calls an error. What counts is the window.
      await pollUntil(async () => {
        const windows = await found(...search)
        asked ??= windows[0]
        if (asked === undefined) return false
        if (!windows.includes(asked)) return true
        await xdotool('windowactivate', '--sync', asked, 'key', '--clearmodifiers', key).catch(
          () => undefined
        )
        return false
      }, `${title} is closed by ${key}`)
    },
    async stop() {
      await stopTray()
      await end(manager)
      await screen.stop()
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}
