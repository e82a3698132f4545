import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { desktopCommand } from './desktop.mjs'
import { runInForeground } from './run-in-foreground.mjs'
import { withTemporaryFolder } from '../set-up/temporary-folder.mjs'

/** @typedef {import('./run-in-foreground.mjs').RunOptions} RunOptions */

/**
 * Runs a program with a display and a session bus (see `desktopCommand`), with the promises of `runInForeground`. An
 * interrupt goes to the program alone, so that it can quit in order while its display is still there.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function runOnDesktop(command, args, options = {}) {
  return withTemporaryFolder(tmpdir(), 'loa-run-', async (folder) => {
    const pidFile = join(folder, 'pid')
    // The shell writes down its process id and becomes the program, which makes the program's id known out here.
    const script = 'echo $$ > "$0" && exec "$@"'
    const wrapped = desktopCommand('/bin/sh', ['-c', script, pidFile, command, ...args])
    if (wrapped.command === '/bin/sh') return runInForeground(command, args, options)
    return runInForeground(wrapped.command, wrapped.args, { ...options, innerPid: () => readPid(pidFile) })
  })
}

/** @param {string} pidFile */
function readPid(pidFile) {
  try {
    return Number(readFileSync(pidFile, 'utf8')) || undefined
  } catch {
    return undefined
  }
}
