import { localProgram } from './launch/local-program.mjs'
import { runMain } from './launch/main-script.mjs'
import { runInForeground } from './launch/run-in-foreground.mjs'
import { runOnDesktop } from './launch/run-on-desktop.mjs'
import { ensureReady } from './set-up/set-up.mjs'
import { SetupError } from './set-up/setup-error.mjs'

/** The long tests: which file, and the variable that says how long. @type {Record<string, string>} */
const SOAKS = { kills: 'LOA_KILLS', deliveries: 'LOA_SOAK' }

runMain(async () => {
  const [name = '', count] = process.argv.slice(2)
  if (name === 'tray') return soakInTray(count)
  const variable = SOAKS[name]
  if (variable === undefined || (count !== undefined && !/^[1-9]\d*$/.test(count)))
    throw new SetupError(
      'This is no soak.',
      'Usage: node scripts/soak.mjs kills|deliveries [COUNT], or tray [--hours=HOURS]'
    )
  await ensureReady({ build: true, tests: true })
  const program = localProgram('vitest', ['run', '--project', 'soak', `tests/soak/${name}.test.ts`])
  const env = { ...process.env, ...(count !== undefined && { [variable]: count }) }
  return runInForeground(program.command, program.args, { env })
})

/**
 * In the real app on a desktop, as long as it is told: eight hours, if nothing else.
 * @param {string} [flag]
 */
async function soakInTray(flag = '--hours=8') {
  const hours = Number(/^--hours=(\d+(?:\.\d+)?)$/.exec(flag)?.[1])
  if (!(hours > 0))
    throw new SetupError('These are no hours.', 'Usage: node scripts/soak.mjs tray [--hours=HOURS]')
  await ensureReady({ build: true, tests: true })
  const program = localProgram('playwright', ['test', '--config', 'playwright.soak.config.ts'])
  return runOnDesktop(program.command, program.args, {
    env: { ...process.env, LOA_TRAY_HOURS: String(hours) }
  })
}
