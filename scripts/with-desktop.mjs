import { localProgram } from './launch/local-program.mjs'
import { runMain } from './launch/main-script.mjs'
import { runOnDesktop } from './launch/run-on-desktop.mjs'
import { ensureReady } from './set-up/set-up.mjs'
import { SetupError } from './set-up/setup-error.mjs'

runMain(async () => {
  const [name, ...args] = process.argv.slice(2)
  if (!name)
    throw new SetupError('Nothing to run.', 'Usage: node scripts/with-desktop.mjs PROGRAM [ARGUMENTS]')
  await ensureReady({ build: true, tests: true })
  const program = localProgram(name, args)
  return runOnDesktop(program.command, program.args)
})
