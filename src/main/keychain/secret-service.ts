import type { KeychainState } from '../../shared/domain/secret'
import { BusError, busPath, type BusSession, openBusSession } from './dbus-session'
import type { BusValue } from './dbus-message'

const SERVICE = 'org.freedesktop.secrets'
const SERVICE_PATH = '/org/freedesktop/secrets'
const SERVICE_FACE = 'org.freedesktop.Secret.Service'
const NOTHING = '/'
/** How long the dialog may stay. */
const DIALOG_MS = 180_000

/**
 * How the keychain of a Linux session stands (Secret Service: GNOME keyring, KWallet, KeePassXC). It is asked over the
 * session's bus and never for a secret, so that no password is asked for and nothing waits: Electron's own question blocks
 * the whole main process while the keychain is locked.
 */
export async function secretServiceState(address: string | undefined): Promise<KeychainState> {
  return withService(address, async (session) => {
    const collection = await defaultCollection(session)
    // Without one the first secret would make it, and ask for a password to it.
    if (collection === NOTHING) return 'locked'
    const [locked] = await session.call({
      destination: SERVICE,
      path: collection,
      face: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      args: ['org.freedesktop.Secret.Collection', 'Locked']
    })
    return locked === false ? 'open' : 'locked'
  })
}

/**
 * Lets the desktop ask for the password; where there is no keychain yet, for a new one. Resolves when it asks, or cannot.
 * Never rejects.
 */
export async function unlockSecretService(address: string | undefined): Promise<void> {
  const path = busPath(address)
  if (path === null) return
  const session = await openBusSession(path).catch(() => null)
  if (session === null) return
  const prompt = await askForPrompt(session).catch(() => NOTHING)
  if (prompt === NOTHING) return session.close()
  // The dialog belongs to whoever asked for it and goes with the connection.
  const end = setTimeout(() => session.close(), DIALOG_MS)
  end.unref()
}

async function askForPrompt(session: BusSession): Promise<string> {
  const collection = await defaultCollection(session)
  const service = { destination: SERVICE, path: SERVICE_PATH, face: SERVICE_FACE }
  const answer =
    collection === NOTHING
      ? await session.call({
          ...service,
          member: 'CreateCollection',
          signature: 'a{sv}s',
          args: [new Map([['org.freedesktop.Secret.Collection.Label', 'Default keyring']]), 'default']
        })
      : await session.call({ ...service, member: 'Unlock', signature: 'ao', args: [[collection]] })
  const prompt = textOf(answer[1])
  if (prompt === NOTHING) return NOTHING
  const face = 'org.freedesktop.Secret.Prompt'
  await session.call({
    destination: SERVICE,
    path: prompt,
    face,
    member: 'Prompt',
    signature: 's',
    args: ['']
  })
  return prompt
}

async function defaultCollection(session: BusSession): Promise<string> {
  const [collection] = await session.call({
    destination: SERVICE,
    path: SERVICE_PATH,
    face: SERVICE_FACE,
    member: 'ReadAlias',
    signature: 's',
    args: ['default']
  })
  return textOf(collection)
}

const textOf = (value: BusValue | undefined): string => (typeof value === 'string' ? value : NOTHING)

/** A service that is there and says nothing may be there in a moment; where there is none, or no bus, there is none. */
async function withService(
  address: string | undefined,
  ask: (session: BusSession) => Promise<KeychainState>
): Promise<KeychainState> {
  const path = busPath(address)
  if (path === null) return 'absent'
  let session: BusSession | null = null
  try {
    session = await openBusSession(path)
    return await ask(session)
  } catch (error) {
    return error instanceof BusError && error.name === 'loa.NoAnswer' ? 'locked' : 'absent'
  } finally {
    session?.close()
  }
}
