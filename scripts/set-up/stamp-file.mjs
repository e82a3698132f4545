import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The JSON value in a file; undefined when there is none or it is damaged: a stamp that cannot be read counts as absent.
 * @param {string} path
 * @returns {any}
 */
export function readStamp(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Writes a JSON value so that a reader sees the old one or the new one, never half of it.
 * @param {string} path
 * @param {unknown} value
 */
export function writeStamp(path, value) {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, `${JSON.stringify(value)}\n`)
  renameSync(temporary, path)
}

/** @param {string} path */
export function removeStamp(path) {
  rmSync(path, { force: true })
}
