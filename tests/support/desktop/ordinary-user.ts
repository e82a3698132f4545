import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { electronPath } from '../app/launch-loa'
import type { Screen } from '../crash/screen'

const run = promisify(execFile)
const USER = 'loatest'

/** The built app as somebody who is not root runs it, with Chromium's sandbox on. */
export interface OrdinaryLoa {
  /** Its first process; the app's own are among its descendants. */
  readonly process: ChildProcess
  stop(): Promise<void>
}

/** A folder that an ordinary user owns. Without root, that is whoever runs the tests. */
export interface OrdinaryUser {
  readonly dataDir: string
  /** What was written into the data folder is the user's. */
  own(): Promise<void>
  start(screen: Screen): OrdinaryLoa
  remove(): Promise<void>
}

/**
 * As root this makes a user and copies Electron and the app to where that user may read them; files of the same disk are
 * linked, so it takes a moment only. Otherwise the app runs from where it is.
 */
export async function ordinaryUser(): Promise<OrdinaryUser> {
  const isRoot = process.getuid?.() === 0
  const folder = await mkdtemp(join(tmpdir(), 'loa-ordinary-'))
  const dataDir = join(folder, 'data')
  await mkdir(dataDir)
  const own = async () => {
    if (isRoot) await run('chown', ['-R', USER, dataDir, join(folder, 'home')])
  }
  const place = isRoot ? await prepare(folder) : { electron: electronPath(), app: process.cwd() }
  return {
    dataDir,
    own,
    start(screen) {
      const command = [place.electron, place.app, `--data-dir=${dataDir}`]
      const asUser = isRoot ? ['runuser', '-u', USER, '--'] : []
      const [program = '', ...args] = [...asUser, 'dbus-run-session', '--', ...command]
      const started = spawn(program, args, {
        stdio: 'ignore',
        detached: true,
        cwd: folder,
        env: {
          PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`,
          HOME: isRoot ? join(folder, 'home') : (process.env['HOME'] ?? folder),
          XDG_CONFIG_HOME: join(folder, isRoot ? 'home' : 'data', 'config'),
          DISPLAY: screen.display,
          LC_ALL: 'C.UTF-8'
        }
      })
      return { process: started, stop: () => end(started) }
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function prepare(folder: string): Promise<{ electron: string; app: string }> {
  await run('id', [USER]).catch(() => run('useradd', ['--create-home', '--shell', '/bin/sh', USER]))
  const home = join(folder, 'home')
  await mkdir(home)
  const { stdout } = await run('id', ['-u', USER])
  await chown(home, Number(stdout), -1)
  await chmod(folder, 0o755)
  const electron = join(folder, 'electron')
  const from = dirname(electronPath())
  await run('cp', ['-al', from, electron]).catch(() => run('cp', ['-a', from, electron]))
  const app = join(folder, 'app')
  for (const name of ['package.json', 'out', 'resources']) {
    await cp(join(process.cwd(), name), join(app, name), { recursive: true })
  }
  return { electron: join(electron, basename(electronPath())), app }
}

/** The whole group: what runs the app as somebody else passes no signal on. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  process.kill(-child.pid, 'SIGTERM')
  await gone
}
