import type { ChannelId } from '../../shared/domain/channel'
import type { GatewayId } from '../../shared/domain/settings'
import type { ConnectionTest } from '../../shared/ipc/views'
import { testConnection } from '../channels/gateway/test-connection'
import type { Clock, FrozenGateway, Log, Timers } from '../ports'
import { type Keychain, noKeychain } from './keychain'
import type { Redaction } from './redaction'
import { type GivenSecrets, Secrets } from './secrets'
import { openSecretsFile } from './secrets-file'

/** What the shell around the engine gives it for secrets. */
export interface SecretsConfig {
  readonly keychain?: Keychain
  readonly given?: GivenSecrets
}

export interface OpenSecretsConfig extends SecretsConfig {
  readonly folder: string
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly redaction: Redaction
  readonly onChange: () => void
}

/** The secrets of a data folder, with what asks for them. */
export async function openSecrets({
  folder,
  keychain = noKeychain,
  given = {},
  ...context
}: OpenSecretsConfig) {
  const file = await openSecretsFile(folder)
  const secrets = new Secrets({ ...context, file, keychain, given })
  const headersOf = (gateway: GatewayId) => secrets.headersOf(gateway)
  return {
    secrets,
    credentials: { headersOf, clean: context.redaction.clean },

    /** Is a channel's gateway there? Asks as a delivery would, with its key. Never sends a message. */
    testGateway: async (channel: ChannelId, gateway: FrozenGateway): Promise<ConnectionTest> => {
      if (secrets.waitOf(gateway.id) === 'opening') await secrets.look()
      const wait = secrets.waitOf(gateway.id)
      const why = wait === 'opening' ? 'keychain_locked' : wait
      return testConnection(channel, gateway, headersOf(gateway.id) ?? why ?? 'secret_missing', context.clock)
    },

    /** Resolves when what was asked for is on the disk. */
    settled: () => file.settled()
  }
}
