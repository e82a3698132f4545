import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Bus } from '../desktop/bus'

export interface TrayEntry {
  readonly label: string
  readonly separator: boolean
  readonly enabled: boolean
  readonly checked: boolean
  readonly children: readonly TrayEntry[]
}

interface Line {
  readonly event?: 'ready' | 'icon' | 'gone'
  readonly ok?: boolean
  readonly error?: string
  readonly menu?: readonly TrayEntry[]
  readonly tooltip?: string
  readonly colour?: string
  readonly icons?: number
}

/** A panel on a session bus: the StatusNotifier watcher and host that shows tray icons. */
export interface TrayHost {
  /** Resolves when an icon was registered. */
  icon(): Promise<void>
  /** How many icons the panel shows now. */
  icons(): Promise<number>
  menu(): Promise<readonly TrayEntry[]>
  tooltip(): Promise<string>
  /** The colour of the icon's badge as `#rrggbb`. */
  colour(): Promise<string>
  /** Clicks an entry by its label, one of a submenu by its path (`Run now/Tea`). */
  click(path: string): Promise<void>
  /** Clicks the icon itself. */
  activate(): Promise<void>
  /** Puts a host beside a watcher that had none. */
  addHost(): Promise<void>
  stop(): Promise<void>
}

interface HostOptions {
  /** Without it there is only a watcher, which keeps a list of icons and shows none. */
  readonly hasHost?: boolean
  /** Whose bus it is; nobody else may speak on it. */
  readonly owner?: { readonly uid: number; readonly gid: number }
}

export async function startTrayHost(
  { address }: Bus,
  { hasHost = true, owner }: HostOptions = {}
): Promise<TrayHost> {
  // As text: another user may not see into this folder.
  const script = await readFile(join(process.cwd(), 'tests/support/tray/tray_host.py'), 'utf8')
  // Debian's own python has the bindings; another one in the PATH would not.
  const host = spawn('/usr/bin/python3', ['-c', script, ...(hasHost ? [] : ['--no-host'])], {
    ...owner,
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: address },
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
    icon: () => seen('icon'),
    icons: async () => (await ask('icons')).icons ?? 0,
    menu: async () => (await ask('menu')).menu ?? [],
    tooltip: async () => (await ask('tooltip')).tooltip ?? '',
    colour: async () => (await ask('colour')).colour ?? '',
    click: async (path) => {
      await ask(`click ${path}`)
    },
    activate: async () => {
      await ask('activate')
    },
    addHost: async () => {
      await ask('host')
    },
    stop: () => end(host)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}
