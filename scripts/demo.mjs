import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { planDemo } from './launch/demo-flags.mjs'
import { needsVirtualDisplay } from './launch/desktop.mjs'
import { launchApp } from './launch/launch-app.mjs'
import { runMain } from './launch/main-script.mjs'
import { outFolder } from './set-up/project-paths.mjs'
import { ensureReady } from './set-up/set-up.mjs'

const SCREENSHOT = join(outFolder, 'demo.png')
const SCREENSHOT_POLL_MS = 500

runMain(async () => {
  const { executablePath } = await ensureReady({ build: true })
  const {
    flags,
    keepData,
    dataFolder = mkdtempSync(join(tmpdir(), 'loa-demo-'))
  } = planDemo(process.argv.slice(2))
  const removeData = () => {
    if (!keepData) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  process.once('exit', removeData)

  const unseen = needsVirtualDisplay()
  rmSync(SCREENSHOT, { force: true })
  const announce = unseen ? announceScreenshot() : () => {}
  const screenshotFlags = unseen ? [`--demo-screenshot=${SCREENSHOT}`] : []
  const status = await launchApp(executablePath, [
    '--demo',
    `--data-dir=${dataFolder}`,
    ...screenshotFlags,
    ...flags
  ])
  announce()
  if (keepData) console.log(`The demo's data is in ${dataFolder}`)
  return status
})

/**
 * Says where the picture of the unseen window is as soon as the app has saved it, once.
 * @returns {() => void} looks a last time
 */
function announceScreenshot() {
  let lastBytes = 0
  let announced = false
  const look = (/** @type {boolean} */ appHasEnded) => {
    const bytes = statSync(SCREENSHOT, { throwIfNoEntry: false })?.size ?? 0
    // Twice the same size: the app is no longer writing it.
    const complete = bytes > 0 && (appHasEnded || bytes === lastBytes)
    lastBytes = bytes
    if (!complete || announced) return
    announced = true
    console.log(
      `There is no display here; a picture of the window is in ${relative(process.cwd(), SCREENSHOT)}`
    )
  }
  const timer = setInterval(() => look(false), SCREENSHOT_POLL_MS)
  return () => {
    clearInterval(timer)
    look(true)
  }
}
