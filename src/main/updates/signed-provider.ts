import type { AppUpdater } from 'electron-updater'
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider'
import { signedContent } from './signed-feed'

/** Where this build asks for updates, and whose signature it believes. */
export interface UpdateChannel {
  /** Address of a folder with the feeds and the packages. */
  readonly feed: string
  /** Ed25519, SPKI as base64. */
  readonly publicKey: string
}

/** Makes the part of electron-updater that reads feeds from a folder on a server: it takes none that we have not signed. */
export const signedProvider = ({ feed, publicKey }: UpdateChannel) =>
  class extends GenericProvider {
    constructor(_options: unknown, updater: AppUpdater, runtime: ProviderRuntimeOptions) {
      super({ provider: 'generic', url: feed }, updater, runtime)
    }

    /** All that a provider asks for is the feed. Throws when it is not ours. */
    protected override async httpRequest(
      ...request: Parameters<GenericProvider['httpRequest']>
    ): Promise<string | null> {
      const content = signedContent((await super.httpRequest(...request)) ?? '', publicKey)
      if (content === null) throw new Error('The update feed is not signed by Loa; it was refused.')
      return content
    }
  }
