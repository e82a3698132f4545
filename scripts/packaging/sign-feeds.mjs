import { createPrivateKey, sign } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FEED = /^latest.*\.yml$/

/**
 * A feed with our signature as its last line; src/main/updates/signed-feed.ts is what reads it.
 * @param {string} feed ends in a newline
 * @param {string} privateKey Ed25519, PKCS8 as base64
 */
export function signedFeed(feed, privateKey) {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return `${feed}# loa-signature: ${sign(null, Buffer.from(feed), key).toString('base64')}\n`
}

/**
 * Signs the feeds that electron-builder wrote.
 * @param {string} output
 * @param {string} privateKey
 * @returns {string[]} their files
 */
export function signFeeds(output, privateKey) {
  const files = readdirSync(output)
    .filter((name) => FEED.test(name))
    .map((name) => join(output, name))
  for (const file of files) {
    const feed = readFileSync(file, 'utf8')
    if (!feed.includes('# loa-signature: ')) writeFileSync(file, signedFeed(feed, privateKey))
  }
  return files
}
