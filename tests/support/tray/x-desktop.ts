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
  stop(): Promise<void>
}

export async function startXDesktop(): Promise<XDesktop> {
  const screen = await startScreen()
  const env = { DISPLAY: screen.display }
  const start = (program: string, ...args: string[]) =>
    spawn(program, args, { env: { ...process.env, ...env }, stdio: 'ignore' })
  const xdotool = async (...args: string[]) =>
    (await run('xdotool', args, { env: { ...process.env, ...env } })).stdout
  const found = (...search: string[]) =>
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
