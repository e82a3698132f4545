import { expect } from '@playwright/test'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configHome } from '../support/app/config-home'
import { test as base } from '../support/app/loa-test'
import { processesWith } from '../support/app/processes'

interface Command {
  readonly process: ChildProcess
  /** All that it printed so far. */
  readonly printed: () => string
  /** What Ctrl-C in a terminal does: every process of the command hears of it. */
  readonly pressCtrlC: () => void
  readonly ended: Promise<number | null>
}

interface Fixtures {
  /** Types a command of the README; what is left of it is killed with the test. */
  readonly type: (...words: readonly [string, ...string[]]) => Command
}

const test = base.extend<Fixtures>({
  type: async ({ dataDir }, use) => {
    const typed: ChildProcess[] = []
    await use((...words) => {
      const [program, ...args] = words
      const env = { ...process.env, XDG_CONFIG_HOME: configHome(dataDir) }
      const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
      typed.push(child)
      let printed = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')))
      return {
        process: child,
        printed: () => printed,
        pressCtrlC: () => process.kill(-(child.pid ?? 0), 'SIGINT'),
        ended: once(child, 'close').then(([status]) => status as number | null)
      }
    })
    for (const child of typed) {
      if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL')
    }
  }
})

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false
  )

const demoFolders = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('loa-demo-'))

test("'npm run demo -- --once' shows a run to its end and leaves nothing behind", async ({ type }) => {
  const before = await demoFolders()
  const demo = type('npm', 'run', 'demo', '--', '--once')
  expect(await demo.ended).toBe(0)
  expect(demo.printed()).toMatch(/🚀 \[CAMPAIGN\] Starting Campaign: '.+'/)
  expect(demo.printed()).toMatch(/📊 \[CAMPAIGN\] Summary: \d+ calls made, \d+ WhatsApp messages sent/)
  expect(await demoFolders()).toEqual(before)
})

test("'npm start' opens Loa on the user's own folder, and Ctrl-C ends it", async ({ type, dataDir }) => {
  const loa = type('npm', 'start')
  const log = join(configHome(dataDir), 'Loa', 'logs', 'scheduler.log')
  await expect.poll(() => readFile(log, 'utf8').catch(() => loa.printed())).toContain('[LOA] Started')
  loa.pressCtrlC()
  // Closed pipes: no process of it is left to write into them.
  await loa.ended
  expect(await readFile(log, 'utf8')).toContain('[LOA] Stopped')
})

test("'npm run headless -- --data-dir=FOLDER' tells the log on stdout, and Ctrl-C ends it", async ({
  type,
  dataDir
}) => {
  const loa = type('npm', 'run', 'headless', '--', `--data-dir=${dataDir}`)
  await expect.poll(loa.printed).toContain('[LOA] Started')
  loa.pressCtrlC()
  await loa.ended
  await expect.poll(() => processesWith(`--data-dir=${dataDir}`)).toEqual([])
  expect(await exists(join(dataDir, 'state.json'))).toBe(true)
})
