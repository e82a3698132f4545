import { createPublicKey } from 'node:crypto'
import { SetupError } from '../set-up/setup-error.mjs'

/**
 * Where a build asks for updates, from the environment of whoever builds it; null: it asks nowhere.
 * @param {NodeJS.ProcessEnv} env LOA_UPDATE_FEED, the folder's address; LOA_UPDATE_PUBLIC_KEY, Ed25519 as base64 (SPKI)
 * @returns {{ feed: string, publicKey: string } | null}
 * @throws {SetupError}
 */
export function updateChannel(env) {
  const { LOA_UPDATE_FEED: feed, LOA_UPDATE_PUBLIC_KEY: publicKey } = env
  if (!feed && !publicKey) return null
  const hint = 'docs/release.md says how both are set.'
  if (!feed || !publicKey)
    throw new SetupError('LOA_UPDATE_FEED and LOA_UPDATE_PUBLIC_KEY belong together.', hint)
  const { protocol, hostname } = URL.canParse(feed) ? new URL(feed) : { protocol: '', hostname: '' }
  if (protocol !== 'https:' && hostname !== '127.0.0.1')
    throw new SetupError('LOA_UPDATE_FEED is no https address.', hint)
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType === 'ed25519') return { feed, publicKey }
  } catch {
    // Said below.
  }
  throw new SetupError('LOA_UPDATE_PUBLIC_KEY is no Ed25519 key.', hint)
}
