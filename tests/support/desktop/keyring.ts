import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pollUntil } from '../engine/changes'
import { type Bus, startBus } from './bus'

const PASSWORD = 'test password'

/** A GNOME keyring on a bus of its own, which a test opens and locks: no dialog, and nothing of this computer's. */
export class Keyring {
  readonly #bus: Bus
  readonly #home: string
  #daemon: ChildProcess | null = null

  private constructor(bus: Bus, home: string) {
    this.#bus = bus
    this.#home = home
  }

  static async start(): Promise<Keyring> {
    const home = mkdtempSync(join(tmpdir(), 'loa-keyring-'))
    mkdirSync(join(home, 'run'), { mode: 0o700 })
    const keyring = new Keyring(await startBus(), home)
    await keyring.#run('open')
    return keyring
  }

  /** What an app needs to find it. */
  get env(): Record<string, string> {
    return { DBUS_SESSION_BUS_ADDRESS: this.#bus.address }
  }

  /** As after a login that did not open it: the daemon is there, its keys are not. */
  async lock(): Promise<void> {
    await this.#end()
    await this.#run('locked')
  }

  unlock(): void {
    const script = join(process.cwd(), 'tests/support/desktop/unlock_keyring.py')
    // Debian's own python has the bindings; another one in the PATH would not.
    execFileSync('/usr/bin/python3', [script], { env: this.#env, input: PASSWORD })
  }

  /** It hangs: whoever asks gets no answer. */
  freeze(on: boolean): void {
    this.#daemon?.kill(on ? 'SIGSTOP' : 'SIGCONT')
  }

  async stop(): Promise<void> {
    await this.#end()
    await this.#bus.stop()
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5 })
  }

  async #run(as: 'open' | 'locked'): Promise<void> {
    const args = ['--foreground', '--components=secrets', `--control-directory=${join(this.#home, 'run')}`]
    const daemon = spawn('gnome-keyring-daemon', [...args, ...(as === 'open' ? ['--unlock'] : [])], {
      env: this.#env,
      stdio: ['pipe', 'ignore', 'ignore']
    })
    daemon.stdin.end(as === 'open' ? PASSWORD : '')
    this.#daemon = daemon
    await pollUntil(() => this.#locked() === (as === 'locked'), `the keyring is ${as}`)
  }

  /** Null while nobody has the name: whoever asked then would make the bus start a daemon of its own. */
  #locked(): boolean | null {
    const bus = ['--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner']
    if (!this.#ask(...bus, 'string:org.freedesktop.secrets').includes('boolean true')) return null
    const collection = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets/aliases/default']
    const property = ['string:org.freedesktop.Secret.Collection', 'string:Locked']
    return this.#ask(...collection, 'org.freedesktop.DBus.Properties.Get', ...property).includes(
      'boolean true'
    )
  }

  #ask(...args: readonly string[]): string {
    try {
      return execFileSync('dbus-send', ['--session', '--print-reply', ...args], {
        env: this.#env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore']
      })
    } catch {
      return ''
    }
  }

  async #end(): Promise<void> {
    const daemon = this.#daemon
    this.#daemon = null
    if (daemon?.exitCode !== null || daemon.signalCode !== null) return
    const gone = once(daemon, 'exit')
    daemon.kill()
    await gone
  }

  get #env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      HOME: this.#home,
      XDG_DATA_HOME: join(this.#home, 'data'),
      XDG_RUNTIME_DIR: join(this.#home, 'run'),
      DBUS_SESSION_BUS_ADDRESS: this.#bus.address
    }
  }
}
