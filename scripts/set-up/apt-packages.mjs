import { existsSync, readdirSync } from 'node:fs'
import { folderBytes } from './folder-bytes.mjs'
import { runStep } from './progress.mjs'
import { runCaptured } from './run-captured.mjs'
import { SetupError } from './setup-error.mjs'

const APT_GET = '/usr/bin/apt-get'
const ARCHIVES = '/var/cache/apt/archives'
const LISTS = '/var/lib/apt/lists'
const INSTALL_FLAGS = ['install', '-y', '--no-install-recommends']
/** Waits for another apt-get, such as the system's own nightly update, instead of failing at once. */
const LOCK_FLAGS = ['-o', 'DPkg::Lock::Timeout=120', '-q']

/** True on Debian, Ubuntu and their relatives. */
export function hasApt() {
  return existsSync(APT_GET)
}

/**
 * The command for a person to run.
 * @param {string[]} packages
 */
export function installCommand(packages) {
  return `sudo apt-get update && sudo apt-get ${[...INSTALL_FLAGS, ...packages].join(' ')}`
}

/**
 * Of each list of alternative names the first that this system's package lists know, else the last.
 * @param {string[][]} alternatives
 * @returns {Promise<string[]>}
 */
export async function availablePackages(alternatives) {
  const names = [...new Set(alternatives.flat())]
  const { output } = await runCaptured('apt-cache', ['policy', ...names], {
    env: { ...process.env, LC_ALL: 'C' }
  })
  const candidates = [...output.matchAll(/^(\S+):\n.*\n {2}Candidate: (?!\(none\))/gm)]
  const known = new Set(candidates.map(([, name]) => name))
  return [...new Set(alternatives.map((some) => some.find((name) => known.has(name)) ?? some.at(-1) ?? ''))]
}

/**
 * Installs packages, as root. Those already there are left at their version.
 * @param {string[][]} alternatives see `availablePackages`
 * @throws {SetupError}
 */
export async function installPackages(alternatives) {
  const measureBytes = () => folderBytes(ARCHIVES)
  const before = await measureBytes()
  const install = async () => {
    const packages = await availablePackages(alternatives)
    return { packages, ...(await aptGet([...INSTALL_FLAGS, '--no-upgrade', ...packages])) }
  }
  const task = async () => {
    const fresh = hasPackageLists() ? undefined : await aptGet(['update'])
    const first = await install()
    if (first.status === 0) return
    // Old package lists name versions that the mirrors no longer have.
    const update = fresh ?? (await aptGet(['update']))
    const { status, packages, output } = fresh ? first : await install()
    if (status === 0) return
    throw new SetupError(
      'apt-get could not install the system packages; what it said is above.',
      `Check that this computer reaches its package mirrors, or run:\n\n  ${installCommand(packages)}\n`,
      `${update.output}\n${output}`
    )
  }
  await runStep('Installing system packages with apt-get', task, {
    measureBytes: async () => (await measureBytes()) - before
  })
}

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  return runCaptured(APT_GET, [...LOCK_FLAGS, ...args], { env })
}

function hasPackageLists() {
  return existsSync(LISTS) && readdirSync(LISTS).some((name) => name.includes('_Packages'))
}
