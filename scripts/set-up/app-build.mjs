import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { localProgram } from '../launch/local-program.mjs'
import { runStep } from './progress.mjs'
import { outFolder, projectRoot } from './project-paths.mjs'
import { runCaptured } from './run-captured.mjs'
import { SetupError } from './setup-error.mjs'
import { readStamp, removeStamp, writeStamp } from './stamp-file.mjs'

const SOURCE_FOLDERS = ['src', 'resources']
const SOURCE_FILES = /^(electron\.vite\.config\.ts|package\.json|package-lock\.json|tsconfig.*\.json)$/

/** True when what the last complete build was made of has not changed since. */
export function buildReady() {
  return readStamp(stampFile()) === sourceStamp(projectRoot) && existsSync(join(projectRoot, mainFile()))
}

/** Builds the app into `out`. The build's output is shown only when it fails. */
export async function buildApp() {
  const stamp = sourceStamp(projectRoot)
  forgetBuild()
  const vite = localProgram('electron-vite', ['build'])
  await runStep('Building the app', async () => {
    const { status, output } = await runCaptured(vite.command, vite.args, { cwd: projectRoot })
    if (status !== 0) {
      throw new SetupError('The app could not be built.', 'What the build said is above.', output)
    }
  })
  writeStamp(stampFile(), stamp)
}

/** Makes the next `ensureReady` build again, for whoever is about to write something else into `out`. */
export function forgetBuild() {
  removeStamp(stampFile())
}

/**
 * A digest over path, size and time of everything that the build reads: enough to notice an edit, and read no file.
 * @param {string} root
 */
export function sourceStamp(root) {
  const hash = createHash('sha256')
  const files = readdirSync(root).filter((name) => SOURCE_FILES.test(name))
  for (const path of [
    ...files.map((name) => join(root, name)),
    ...SOURCE_FOLDERS.flatMap((name) => walk(join(root, name)))
  ]) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** All files below a folder in a stable order. @param {string} folder @returns {string[]} */
function walk(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

function stampFile() {
  return join(outFolder, '.loa-build')
}

function mainFile() {
  return String(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).main)
}
