import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { signedFeed } from '../../../scripts/packaging/sign-feeds.mjs'
import { signedContent } from '../../../src/main/updates/signed-feed'

const FEED = 'version: 1.2.3\nfiles:\n  - url: Loa.AppImage\n    sha512: abc\n'

function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  }
}

test('what we signed is what is read', () => {
  const { publicKey, privateKey } = keyPair()
  expect(signedContent(signedFeed(FEED, privateKey), publicKey)).toBe(FEED)
})

test('a feed without signature, with another one, with one byte changed or added is none', () => {
  const { publicKey, privateKey } = keyPair()
  const signed = signedFeed(FEED, privateKey)
  const wrong = [
    FEED,
    '',
    signedFeed(FEED, keyPair().privateKey),
    signed.replace('1.2.3', '1.2.4'),
    `# more\n${signed}`,
    `${signed}files: []\n`,
    signed.replace('# loa-signature: ', '# loa-signature: A'),
    `${signed}${signed.split('\n').at(-2) ?? ''}\n`
  ]
  for (const feed of wrong) expect(signedContent(feed, publicKey)).toBe(null)
})
