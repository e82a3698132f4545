import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runCaptured } from './run-captured.mjs'

/** @typedef {import('./system-packages.mjs').SystemPart} SystemPart */

/**
 * Debian's own Python: its modules come as Debian packages, whatever other Python is in PATH.
 */
const SYSTEM_PYTHON = '/usr/bin/python3'

/**
 * Looks for each part. `files` are those found, so that a later look only has to see that they still exist.
 * @param {SystemPart[]} parts
 * @returns {Promise<{ files: string[], missing: SystemPart[] }>}
 */
export async function lookForParts(parts) {
  const libraries = await knownLibraries()
  /** @type {string[]} */
  const files = []
  /** @type {SystemPart[]} */
  const missing = []
  for (const part of parts) {
    const file = await findPart(part, libraries)
    if (file) files.push(file)
    else missing.push(part)
  }
  return { files, missing }
}

/**
 * The libraries that a program is linked against and that this system lacks, by ldd.
 * @param {string} executablePath
 * @returns {Promise<string[]>}
 */
export async function missingLibraries(executablePath) {
  const { output } = await runCaptured('ldd', [executablePath])
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, soname = '']) => soname)
}

/**
 * The path of a program, or undefined.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findProgram(name, env = process.env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/**
 * @param {SystemPart} part
 * @param {Map<string, string>} libraries
 * @returns {Promise<string | undefined>}
 */
async function findPart({ kind, name }, libraries) {
  if (kind === 'program') return findProgram(name)
  if (kind === 'library') return libraries.get(name)
  if (kind === 'font') return existsSync(name) ? name : undefined
  const { status, output } = await runCaptured(SYSTEM_PYTHON, [
    '-c',
    `import ${name}; print(${name}.__file__)`
  ])
  return status === 0 ? output.trim() : undefined
}

/** soname -> path, from the linker's cache. @returns {Promise<Map<string, string>>} */
async function knownLibraries() {
  // Ordinary users have no sbin in their PATH.
  const { output } = await runCaptured(findProgram('ldconfig') ?? '/sbin/ldconfig', ['-p'])
  return new Map(
    [...output.matchAll(/^\s*(\S+) \(.*\) => (\S+)$/gm)].map(([, soname = '', path = '']) => [soname, path])
  )
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
