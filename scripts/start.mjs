import { needsVirtualDisplay } from './desktop.mjs'
import { launchApp } from './launch-app.mjs'
import { runMain } from './main-script.mjs'
import { ensureReady } from './set-up.mjs'

runMain(async () => {
  const { executablePath } = await ensureReady({ build: true })
  if (needsVirtualDisplay())
    process.stderr.write('There is no display here: Loa runs on a virtual one, unseen.\n')
  return launchApp(executablePath, process.argv.slice(2))
})
