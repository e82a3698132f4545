import { launchHeadless } from './launch/launch-app.mjs'
import { runMain } from './launch/main-script.mjs'
import { ensureReady } from './set-up/set-up.mjs'

runMain(async () => {
  const { executablePath } = await ensureReady({ build: true })
  return launchHeadless(executablePath, process.argv.slice(2))
})
