import { spawn } from 'node:child_process'

const KEPT_OUTPUT_CHARS = 1_000_000
const STALL_CHECK_MS = 1_000

/**
 * @typedef {object} CapturedOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [shell]
 * @property {number} [stallLimitMs] end the program when it printed nothing and `measureBytes` stood still that long
 * @property {() => Promise<number>} [measureBytes]
 */

/**
 * Runs a program without showing its output. Never rejects: `status` is null when it could not be started, was
 * ended by a signal or stood still; `output` holds its last lines (stdout and stderr mixed) or the reason.
 * The program does not outlive this process.
 * @param {string} command
 * @param {string[]} args
 * @param {CapturedOptions} [options]
 * @returns {Promise<{ status: number | null, output: string }>}
 */
export function runCaptured(command, args, { stallLimitMs, measureBytes, ...spawnOptions } = {}) {
  return new Promise((resolve) => {
    let output = ''
    let lastSignMs = performance.now()
    let lastBytes = -1
    const child = spawn(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = () => void child.kill()
    const keep = (/** @type {Buffer} */ chunk) => {
      lastSignMs = performance.now()
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT_CHARS)
    }
    const checkStall = async (/** @type {number} */ limitMs) => {
      const bytes = (await measureBytes?.().catch(() => 0)) ?? 0
      if (bytes !== lastBytes) lastSignMs = performance.now()
      lastBytes = bytes
      if (performance.now() - lastSignMs < limitMs) return
      output += `\nnothing arrived for ${Math.round(limitMs / 1000)} s`
      stop()
    }
    const timer = stallLimitMs ? setInterval(() => void checkStall(stallLimitMs), STALL_CHECK_MS) : undefined
    const settle = (/** @type {number | null} */ status) => {
      clearInterval(timer)
      process.off('exit', stop)
      resolve({ status, output })
    }
    process.once('exit', stop)
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      output += error.message
      settle(null)
    })
    child.on('close', (status) => settle(status))
  })
}
