import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)

/** Wrong imports, each with the rule that must find it. */
const PLANTED = [
  ['shared/a.ts', '../engine/engine', 'shared-is-a-leaf'],
  ['shared/b.ts', 'luxon', 'shared-is-a-leaf'],
  ['shared/c.ts', 'node:fs', 'shared-is-a-leaf'],
  ['engine/d.ts', '../main/app', 'engine-knows-no-shell'],
  ['engine/e.ts', 'electron', 'engine-knows-no-shell'],
  ['engine/runner/f.ts', '../store/collection', 'runner-and-scheduler-see-ports-only'],
  ['engine/scheduler/g.ts', '../channels/open-channels', 'runner-and-scheduler-see-ports-only'],
  ['engine/channels/whatsapp/h.ts', '../telegram/telegram-channel', 'channels-do-not-know-each-other'],
  ['main/i.ts', '../renderer/api', 'main-does-not-know-the-window'],
  ['preload/j.ts', '../engine/engine', 'preload-sees-the-contract-only'],
  ['renderer/k.ts', '../engine/engine', 'renderer-sees-shared-only'],
  ['renderer/l.ts', 'luxon', 'renderer-sees-shared-only'],
  ['renderer/m.ts', 'node:fs', 'renderer-uses-no-node'],
  ['renderer/features/runs/n.ts', '../console/console-page', 'features-do-not-know-each-other']
] as const

const TARGETS = [
  'engine/engine',
  'engine/store/collection',
  'engine/channels/open-channels',
  'engine/channels/telegram/telegram-channel',
  'main/app',
  'renderer/api',
  'renderer/features/console/console-page'
]

let folder: string

/** The names of the broken rules by the file that breaks them. */
async function violations(): Promise<Map<string, string[]>> {
  const program = join(process.cwd(), 'node_modules', '.bin', 'depcruise')
  const args = ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  // Its exit status is the number of errors; the report is on stdout all the same.
  const report = await run(program, args, { cwd: folder, maxBuffer: 64_000_000 }).catch(
    (error: unknown) => error as { stdout: string }
  )
  const { summary } = JSON.parse(report.stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] }
  }
  const found = new Map<string, string[]>()
  for (const { from, rule } of summary.violations) found.set(from, [...(found.get(from) ?? []), rule.name])
  return found
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loa-imports-'))
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json']) {
    await cp(join(process.cwd(), file), join(folder, file))
  }
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, 'src', file)), { recursive: true })
    await writeFile(join(folder, 'src', file), text)
  }
  for (const target of TARGETS) await write(`${target}.ts`, 'export const here = 1\n')
  for (const [file, target] of PLANTED) await write(file, `import '${target}'\n`)
  await write('engine/cycle-a.ts', `import './cycle-b'\n`)
  await write('engine/cycle-b.ts', `import './cycle-a'\n`)
  await write('main/good.ts', `import '../engine/engine'\n`)
})

afterAll(() => rm(folder, { recursive: true }))

describe('npm run imports', () => {
  it('finds every wrong import that was planted, by its rule, and lets a right one be', async () => {
    const found = await violations()
    for (const [file, , rule] of PLANTED) expect([file, found.get(`src/${file}`)]).toEqual([file, [rule]])
    expect(found.get('src/engine/cycle-a.ts')).toEqual(['no-cycles'])
    expect(found.has('src/main/good.ts')).toBe(false)
  })
})
