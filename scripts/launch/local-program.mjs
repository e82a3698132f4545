import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../set-up/project-paths.mjs'
import { SetupError } from '../set-up/setup-error.mjs'

/**
 * How to run a program that an installed npm package of the same name brings. It is started with this Node
 * directly: that needs neither npx nor, on Windows, a shell.
 * @param {string} name
 * @param {string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function localProgram(name, args) {
  const folder = join(projectRoot, 'node_modules', name)
  const bin = readBin(join(folder, 'package.json'))
  const file = typeof bin === 'string' ? bin : bin?.[name]
  if (!file) throw new SetupError(`"${name}" is not installed.`, 'Run `npm run setup` and try again.')
  return { command: process.execPath, args: [join(folder, file), ...args] }
}

/** @param {string} packageFile */
function readBin(packageFile) {
  try {
    return JSON.parse(readFileSync(packageFile, 'utf8')).bin
  } catch {
    return undefined
  }
}
