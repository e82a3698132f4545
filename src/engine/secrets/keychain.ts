import type { KeychainState } from '../../shared/domain/secret'

/** The system's own place for secrets, as the engine sees it. Whoever implements it never blocks and never rejects. */
export interface Keychain {
  /** How it stands. Asks nobody for a password. */
  state(): Promise<KeychainState>
  /** Lets the system ask the operator for the keychain's password. Resolves when it was asked to, not when it is open. */
  unlock(): Promise<void>
  /** The text encrypted, as base64; null when that cannot be done now. */
  encrypt(text: string): Promise<string | null>
  /** The text again; null when the key that it was encrypted with is not this keychain's. */
  decrypt(sealed: string): Promise<string | null>
}

/** Where there is no shell around the engine, there is no keychain either. */
export const noKeychain: Keychain = {
  state: () => Promise.resolve('absent'),
  unlock: () => Promise.resolve(),
  encrypt: () => Promise.resolve(null),
  decrypt: () => Promise.resolve(null)
}
