import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Keychain } from '../../../src/engine/secrets/keychain'
import type { KeychainState } from '../../../src/shared/domain/secret'

/** A keychain that really encrypts, and that a test opens, locks and takes away. */
export class TestKeychain implements Keychain {
  readonly #key = randomBytes(32)
  current: KeychainState
  /** How often it was asked how it stands. */
  asked = 0

  constructor(current: KeychainState = 'open') {
    this.current = current
  }

  state(): Promise<KeychainState> {
    this.asked += 1
    return Promise.resolve(this.current)
  }

  unlock(): Promise<void> {
    this.current = 'open'
    return Promise.resolve()
  }

  encrypt(text: string): Promise<string> {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Promise.resolve(Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64'))
  }

  decrypt(sealed: string): Promise<string | null> {
    const bytes = Buffer.from(sealed, 'base64')
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Promise.resolve(
        Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString()
      )
    } catch {
      return Promise.resolve(null)
    }
  }
}
