import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface TrayEntry {
  readonly label: string
  readonly separator: boolean
  readonly enabled: boolean
  readonly checked: boolean
}

interface Line {
  readonly event?: 'ready' | 'icon' | 'gone'
  readonly ok?: boolean
  readonly error?: string
  readonly menu?: readonly TrayEntry[]
  readonly tooltip?: string
}

/** A desktop with a panel: a session bus of its own, and on it the host that shows tray icons. */
export interface TrayHost {
  /** For the app whose icon is to be shown. */
  readonly env: Record<string, string>
  /** Resolves when an icon was registered. */
  icon(): Promise<void>
  menu(): Promise<readonly TrayEntry[]>
  tooltip(): Promise<string>
  click(label: string): Promise<void>
  stop(): Promise<void>
}

export async function startTrayHost(): Promise<TrayHost> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string]
  const env = { DBUS_SESSION_BUS_ADDRESS: address }
  // Debian's own python has the bindings; another one in the PATH would not.
  const host = spawn('/usr/bin/python3', [join(process.cwd(), 'tests/support/tray/tray_host.py')], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit']
  })
  const events: NonNullable<Line['event']>[] = []
  const answers: ((line: Line) => void)[] = []
  const waiting = new Set<() => void>()
  createInterface({ input: host.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as Line
    if (line.event === undefined) answers.shift()?.(line)
    else events.push(line.event)
    for (const check of waiting) check()
  })
  const seen = (event: NonNullable<Line['event']>) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!events.includes(event)) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })
  const ask = async (command: string): Promise<Line> => {
    const answer = new Promise<Line>((resolve) => answers.push(resolve))
    host.stdin.write(command + '\n')
    const line = await answer
    if (line.ok !== true) throw new Error(`Tray: ${command}: ${line.error ?? 'no answer'}`)
    return line
  }
  await seen('ready')
  return {
    env,
    icon: () => seen('icon'),
    menu: async () => (await ask('menu')).menu ?? [],
    tooltip: async () => (await ask('tooltip')).tooltip ?? '',
    click: async (label) => {
      await ask(`click ${label}`)
    },
    stop: async () => {
      await end(host)
      await end(bus)
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}
