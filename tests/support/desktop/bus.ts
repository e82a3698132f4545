import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Changes } from '../engine/changes'

/** A D-Bus of the test's own, so that nothing of this computer's desktop is heard or disturbed. */
export interface Bus {
  readonly address: string
  stop(): Promise<void>
}

/** @param owner whose bus it is: nobody else may speak on it; without one, whoever runs the tests */
export async function startBus(owner?: { readonly uid: number; readonly gid: number }): Promise<Bus> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    ...owner,
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const [address] = (await once(createInterface({ input: daemon.stdout }), 'line')) as [string]
  return { address, stop: () => end(daemon) }
}

/** What a service saw, in order. */
export interface ServiceEvent {
  readonly event: string
  readonly id?: number
  readonly title?: string
  readonly body?: string
}

/** One of the services beside this file, at work. */
export interface Service {
  readonly events: readonly ServiceEvent[]
  /** Waits for a state of the events. */
  until(holds: (events: readonly ServiceEvent[]) => boolean, what: string, limitMs?: number): Promise<void>
  tell(command: string): void
  stop(): Promise<void>
}

/** Starts a service on a bus. Resolves when it can be called. */
export async function startService(script: string, env: Record<string, string>): Promise<Service> {
  // Debian's own python has the bindings; another one in the PATH would not.
  const program = spawn('/usr/bin/python3', [join(process.cwd(), 'tests/support/desktop', script)], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit']
  })
  const events: ServiceEvent[] = []
  const changes = new Changes()
  createInterface({ input: program.stdout }).on('line', (line) => {
    events.push(JSON.parse(line) as ServiceEvent)
    changes.changed()
  })
  await changes.until(() => events.length > 0, `${script} is ready`)
  return {
    events,
    until: (holds, what, limitMs) => changes.until(() => holds(events), what, limitMs),
    tell: (command) => void program.stdin.write(command + '\n'),
    stop: () => end(program)
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill()
  await gone
}
