import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs a task with a new empty folder, which is removed afterwards, also when the task fails or the process is
 * interrupted.
 * @template T
 * @param {string} parent made when it does not exist
 * @param {string} prefix
 * @param {(folder: string) => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withTemporaryFolder(parent, prefix, task) {
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, prefix))
  // A program that was just stopped may still write: try again for a moment.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  process.once('exit', remove)
  try {
    return await task(folder)
  } finally {
    process.off('exit', remove)
    remove()
  }
}
