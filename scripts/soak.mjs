import { localProgram } from './launch/local-program.mjs'
import { runMain } from './launch/main-script.mjs'
import { runInForeground } from './launch/run-in-foreground.mjs'
import { ensureReady } from './set-up/set-up.mjs'
import { SetupError } from './set-up/setup-error.mjs'

/** The long tests: which file, and the variable that says how long. @type {Record<string, string>} */
const SOAKS = { kills: 'LOA_KILLS', deliveries: 'LOA_SOAK' }

runMain(async () => {
  const [name = '', count] = process.argv.slice(2)
  const variable = SOAKS[name]
  if (variable === undefined || (count !== undefined && !/^[1-9]\d*$/.test(count)))
    throw new SetupError('This is no soak.', 'Usage: node scripts/soak.mjs kills|deliveries [COUNT]')
  await ensureReady({ build: true, tests: true })
  const program = localProgram('vitest', ['run', '--project', 'soak', `tests/soak/${name}.test.ts`])
  const env = { ...process.env, ...(count !== undefined && { [variable]: count }) }
  return runInForeground(program.command, program.args, { env })
})
