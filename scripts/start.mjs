import { needsVirtualDisplay } from './launch/desktop.mjs'
import { launchApp } from './launch/launch-app.mjs'
import { runMain } from './launch/main-script.mjs'
import { ensureReady } from './set-up/set-up.mjs'

runMain(async () => {
  const { executablePath } = await ensureReady({ build: true })
  if (needsVirtualDisplay())
    process.stderr.write('There is no display here: Loa runs on a virtual one, unseen.\n')
  return launchApp(executablePath, process.argv.slice(2))
})
