import { dirname } from 'node:path'
import { localProgram } from './launch/local-program.mjs'
import { runMain } from './launch/main-script.mjs'
import { runOnDesktop } from './launch/run-on-desktop.mjs'
import { sandboxFlags } from './launch/sandbox.mjs'
import { forgetBuild } from './set-up/app-build.mjs'
import { ensureReady } from './set-up/set-up.mjs'

runMain(async () => {
  const { executablePath, source } = await ensureReady()
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ELECTRON_EXEC_PATH: executablePath }
  if (source === 'fallback') env.ELECTRON_OVERRIDE_DIST_PATH = dirname(executablePath)
  // electron-vite's own name for passing --no-sandbox on.
  if (sandboxFlags().length > 0) env.NO_SANDBOX = '1'
  // It writes a development build into `out`, which must not pass for the real one later.
  forgetBuild()
  const vite = localProgram('electron-vite', ['dev', ...process.argv.slice(2)])
  return runOnDesktop(vite.command, vite.args, { env })
})
