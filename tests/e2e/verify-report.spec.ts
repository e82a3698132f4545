import { expect } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sandboxFlags } from '../../scripts/launch/sandbox.mjs'
import { configHome } from '../support/app/config-home'
import { electronPath } from '../support/app/launch-loa'
import { test } from '../support/app/loa-test'
import { jsonReport } from '../../src/engine/reports/json-report'
import { linesOf } from '../support/reports/file-lines'
import { EXPORTED_BY, reportRun } from '../support/reports/report-run'

interface Answer {
  readonly status: number | null
  readonly stdout: string
}

/** A report of eight lines. */
const report = async (): Promise<Buffer> =>
  Buffer.from([...jsonReport(await reportRun(), EXPORTED_BY)].join(''))

/** Runs a program and gives what it says. */
async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Answer> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  const [status] = (await once(child, 'close')) as [number | null]
  return { status, stdout }
}

/** The environment of a computer without a display, with a home of its own. */
function withoutDisplay(home: string): NodeJS.ProcessEnv {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, DBUS_SESSION_BUS_ADDRESS: _bus, ...own } = process.env
  return { ...own, XDG_CONFIG_HOME: home, HOME: home }
}

/** Lets the built app check a file. */
const verify = (home: string, ...flags: readonly string[]): Promise<Answer> =>
  run(electronPath(), [...sandboxFlags(), process.cwd(), ...flags], withoutDisplay(home))

test('the command line says in one sentence whether a report is as Loa wrote it', async ({ dataDir }) => {
  const home = join(dataDir, 'home')
  await mkdir(home)
  const file = join(dataDir, 'report.json')
  const bytes = await report()
  const lines = linesOf(bytes)
  const [seal] = /[0-9a-f]{64}/.exec(lines.at(-1)!.toString()) ?? []
  const cases: readonly (readonly [content: Buffer, answer: Answer])[] = [
    [bytes, { status: 0, stdout: `Intact: 8 lines. Seal ${seal ?? ''}\n` }],
    [
      Buffer.from(bytes.toString().replace('Trần Thị Bình', 'Trần Thị Binh')),
      { status: 1, stdout: 'Altered: line 5 is the first that is not as Loa wrote it.\n' }
    ],
    [
      Buffer.concat(lines.slice(0, -3)),
      {
        status: 1,
        stdout: 'Cut off: the file ends with line 5, and the rest of the report is missing.\n'
      }
    ],
    [
      Buffer.from('a,b\r\n1,2\r\n'),
      { status: 2, stdout: `No report: ${file} is not a CSV or JSON report of a run by Loa.\n` }
    ]
  ]
  for (const [content, answer] of cases) {
    await writeFile(file, content)
    expect(await verify(home, `--verify-report=${file}`)).toEqual(answer)
  }
  // Nothing was made: no data folder, no lock, no settings of Electron.
  expect(await readdir(home)).toEqual([])
})

test('what is not there, no file, or not named has a status of its own', async ({ dataDir }) => {
  const home = configHome(dataDir)
  const missing = join(dataDir, 'nothing\n.csv')
  expect(await verify(home, `--verify-report=${missing}`)).toEqual({
    status: 2,
    stdout: `Not readable: ${missing.replace('\n', '\\n')}, there is no such file.\n`
  })
  expect(await verify(home, `--verify-report=${dataDir}`)).toEqual({
    status: 2,
    stdout: `Not readable: ${dataDir} is not a file.\n`
  })
  for (const flag of ['--verify-report', '--verify-report=']) {
    expect(await verify(home, flag)).toEqual({
      status: 2,
      stdout: 'Not readable: name a file, --verify-report=FILE.\n'
    })
  }
})

test('a report is checked while Loa is running, on the same data folder', async ({ start, dataDir }) => {
  const { page } = await start()
  const file = join(dataDir, 'report.json')
  await writeFile(file, await report())
  const answer = await verify(configHome(dataDir), `--data-dir=${dataDir}`, `--verify-report=${file}`)
  expect(answer.status).toBe(0)
  expect(answer.stdout).toMatch(/^Intact: 8 lines\. Seal [0-9a-f]{64}\n$/)
  await expect(page.getByRole('navigation')).toBeVisible()
})

test('in a checkout, npm run verify-report takes a file from where the command was typed', async ({
  dataDir
}) => {
  await writeFile(join(dataDir, 'report.json'), await report())
  const script = (...args: readonly string[]) =>
    run(process.execPath, ['scripts/verify-report.mjs', ...args], { ...process.env, INIT_CWD: dataDir })
  expect((await script('report.json')).stdout).toMatch(/^Intact: 8 lines\. Seal [0-9a-f]{64}\n$/)
  expect((await script('report.json')).status).toBe(0)
  expect((await script('nothing.json')).status).toBe(2)
  expect((await script()).status).toBe(2)
})
