import { safeStorage } from 'electron'
import type { Keychain } from '../../engine/secrets/keychain'
import { secretServiceState, unlockSecretService } from './secret-service'

/** What later versions of Electron have in place of the calls that block. */
type AsyncStorage = Pick<
  typeof safeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>

/** What every version has. */
interface BlockingStorage {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
}

const asyncStorage = (): AsyncStorage | null =>
  'isAsyncEncryptionAvailable' in safeStorage ? safeStorage : null

const blockingStorage = (): BlockingStorage => safeStorage

/**
 * The system's keychain, by Electron's safeStorage. Nothing is asked of it before somebody needs it, and on Linux nothing
 * before the keychain is known to be open: while it is locked, the question alone blocks the main process, and with it every
 * timer.
 */
export const systemKeychain: Keychain = {
  async state() {
    if (process.platform === 'linux') {
      const state = await secretServiceState(process.env['DBUS_SESSION_BUS_ADDRESS'])
      if (state !== 'open') return state
    }
    return (await isAvailable()) ? 'open' : 'absent'
  },

  async unlock() {
    if (process.platform === 'linux') await unlockSecretService(process.env['DBUS_SESSION_BUS_ADDRESS'])
  },

  async encrypt(text) {
    try {
      const sealed = await (asyncStorage()?.encryptStringAsync(text) ?? blockingStorage().encryptString(text))
      return sealed.toString('base64')
    } catch {
      return null
    }
  },

  async decrypt(sealed) {
    const bytes = Buffer.from(sealed, 'base64')
    try {
      const later = asyncStorage()
      return later === null
        ? blockingStorage().decryptString(bytes)
        : (await later.decryptStringAsync(bytes)).result
    } catch {
      return null
    }
  }
}

async function isAvailable(): Promise<boolean> {
  try {
    const later = asyncStorage()
    return later === null
      ? blockingStorage().isEncryptionAvailable()
      : await later.isAsyncEncryptionAvailable()
  } catch {
    return false
  }
}
