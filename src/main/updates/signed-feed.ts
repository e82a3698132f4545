import { createPublicKey, verify } from 'node:crypto'

/** The last line of a feed. To everybody else it is a comment of YAML. */
const SIGNATURE_LINE = /\n# loa-signature: ([A-Za-z0-9+/]+=*)\n?$/

/**
 * What a feed says, when it is signed by us: everything before its last line, which carries the Ed25519 signature of those
 * bytes. The feed names the packages by their sha512, so who holds the server but not the key can neither offer a package
 * of their own nor change what a signed feed says. An older feed of ours offers an older version, which is no update.
 *
 * @param publicKey as base64, in the form SPKI
 * @returns null when the signature is missing or wrong
 */
export function signedContent(feed: string, publicKey: string): string | null {
  const found = SIGNATURE_LINE.exec(feed)
  const [, signature] = found ?? []
  if (found === null || signature === undefined) return null
  const content = feed.slice(0, found.index + 1)
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(content), key, Buffer.from(signature, 'base64')) ? content : null
}
