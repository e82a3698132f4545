import { resolve } from 'node:path'
import { launchVerification } from './launch/launch-app.mjs'
import { runMain } from './launch/main-script.mjs'
import { ensureReady } from './set-up/set-up.mjs'
import { describeFailure } from './set-up/setup-error.mjs'

/** As the app's own: 1 would say that the report was altered. */
const NOT_CHECKED = 2

runMain(async () => {
  const [file, ...others] = process.argv.slice(2)
  if (file === undefined || others.length > 0) {
    process.stderr.write('Usage: npm run verify-report -- FILE\n')
    return NOT_CHECKED
  }
  try {
    const { executablePath } = await ensureReady({ build: true })
    // npm runs scripts in the project's folder, not where the command was typed.
    return await launchVerification(executablePath, resolve(process.env['INIT_CWD'] ?? '', file))
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`)
    return NOT_CHECKED
  }
})
