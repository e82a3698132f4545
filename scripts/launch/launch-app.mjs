import { isHarmlessNoise } from './chromium-noise.mjs'
import { projectRoot } from '../set-up/project-paths.mjs'
import { runInForeground } from './run-in-foreground.mjs'
import { runOnDesktop } from './run-on-desktop.mjs'
import { sandboxFlags } from './sandbox.mjs'

/**
 * Runs the built app and resolves to its exit status. Its process.argv is then [executable, Chromium's switches if
 * any, this project's folder, ...flags]; packaged it is [executable, ...flags]. So the app looks for its flags by
 * name, never by position.
 * @param {string} executablePath Electron
 * @param {string[]} flags for the app
 */
export function launchApp(executablePath, flags) {
  return runOnDesktop(executablePath, appArguments(flags), appOptions())
}

/**
 * The same without a window, and so without a display.
 * @param {string} executablePath Electron
 * @param {string[]} flags for the app
 */
export function launchHeadless(executablePath, flags) {
  return runInForeground(executablePath, appArguments(['--headless', ...flags]), appOptions())
}

/**
 * Lets the app check a report; it needs no display for that either, and ends by itself.
 * @param {string} executablePath Electron
 * @param {string} file
 */
export function launchVerification(executablePath, file) {
  return runInForeground(executablePath, appArguments([`--verify-report=${file}`]), appOptions())
}

/** @param {string[]} flags */
function appArguments(flags) {
  return [...sandboxFlags(), projectRoot, ...flags]
}

/** @returns {import('./run-in-foreground.mjs').RunOptions} */
function appOptions() {
  const env = { ...process.env }
  // Set by some editors' terminals; Electron would start as plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  return {
    env,
    onStderrLine: (line) => {
      if (!isHarmlessNoise(line)) process.stderr.write(`${line}\n`)
    }
  }
}
