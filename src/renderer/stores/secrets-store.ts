import { create } from 'zustand'
import type { SecretDraft, SecretRef, SecretsView } from '../../shared/domain/secret'
import type { Result } from '../../shared/result'
import { loa } from '../api'

/** What is known of the gateways' keys; null until it was asked for. Their values never come here. */
export const useSecretsStore = create<{ readonly secrets: SecretsView | null }>(() => ({ secrets: null }))

const shown = (result: Result<SecretsView>): Result<SecretsView> => {
  if (result.ok) useSecretsStore.setState({ secrets: result.value })
  return result
}

/** Asks how keys and keychain stand. */
export const loadSecrets = async (): Promise<Result<SecretsView>> => shown(await loa.getSecrets())

export const setSecret = async (draft: SecretDraft): Promise<Result<SecretsView>> =>
  shown(await loa.setSecret(draft))

export const removeSecret = async (ref: SecretRef): Promise<Result<SecretsView>> =>
  shown(await loa.removeSecret(ref))

/** Lets the system ask for the keychain's password. */
export const unlockKeychain = async (): Promise<Result<SecretsView>> => shown(await loa.unlockKeychain())

/** Listens until the returned function is called. */
export const startSecretsStore = (): (() => void) =>
  loa.onSecretsChanged((secrets) => useSecretsStore.setState({ secrets }))
