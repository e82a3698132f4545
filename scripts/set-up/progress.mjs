const TTY_TICK_MS = 500
const PLAIN_TICK_MS = 5_000

/**
 * @typedef {object} StepOptions
 * @property {() => Promise<number>} [measureBytes] bytes downloaded so far, for steps that download
 * @property {NodeJS.WritableStream & { isTTY?: boolean }} [output] stderr unless a test says otherwise
 */

/**
 * "4 s" or "4 s, 12 MB".
 * @param {number} elapsedMs
 * @param {number} bytes 0 is left out
 */
export function formatProgress(elapsedMs, bytes) {
  const megabytes = Math.round(bytes / 1_000_000)
  return `${Math.round(elapsedMs / 1000)} s${megabytes > 0 ? `, ${megabytes} MB` : ''}`
}

/**
 * Runs one step of the set-up and says so: one line that counts up on a terminal, else a new line every five
 * seconds. Resolves or rejects as the task does.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} task
 * @param {StepOptions} [options]
 * @returns {Promise<T>}
 */
export async function runStep(label, task, { measureBytes, output = process.stderr } = {}) {
  const startMs = performance.now()
  let bytes = 0
  const line = (/** @type {string} */ end) =>
    `  ${label}: ${end}${formatProgress(performance.now() - startMs, bytes)}`
  const measure = async () => {
    bytes = Math.max(bytes, (await measureBytes?.().catch(() => 0)) ?? 0)
  }
  const tick = async () => {
    await measure()
    if (timer) output.write(output.isTTY ? `\r\x1b[K${line('')}` : `${line('')} so far\n`)
  }
  output.write(output.isTTY ? `  ${label}` : `  ${label} ...\n`)
  /** @type {NodeJS.Timeout | undefined} */
  let timer = setInterval(() => void tick(), output.isTTY ? TTY_TICK_MS : PLAIN_TICK_MS)
  const finish = (/** @type {string} */ word) => {
    clearInterval(timer)
    timer = undefined
    output.write(`${output.isTTY ? '\r\x1b[K' : ''}${line(`${word}, `)}\n`)
  }
  try {
    const result = await task()
    await measure()
    finish('done')
    return result
  } catch (error) {
    finish('failed')
    throw error
  }
}
