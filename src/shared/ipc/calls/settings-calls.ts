import { z } from 'zod'
import { channelIdSchema } from '../../domain/channel'
import { secretDraftSchema, secretRefSchema, type SecretsView } from '../../domain/secret'
import { type Settings, settingsPatchSchema } from '../../domain/settings'
import type { StartAtLogin } from '../desktop'
import type { ConnectionTest } from '../views'
import { call, nothing } from './call'

/** Settings, and what is kept in the keychain for them. */
export const settingsCalls = {
  getSettings: call(nothing).gives<Settings>(),
  saveSettings: call(z.tuple([settingsPatchSchema])).gives<Settings>(),
  /** Tests what is typed, saved or not. Never sends a message. */
  testConnection: call(z.tuple([channelIdSchema, settingsPatchSchema])).gives<ConnectionTest>(),
  /** What is known of keys and headers, never their values. Asks the keychain how it stands, and waits for its answer. */
  getSecrets: call(nothing).gives<SecretsView>(),
  setSecret: call(z.tuple([secretDraftSchema])).gives<SecretsView>(),
  removeSecret: call(z.tuple([secretRefSchema])).gives<SecretsView>(),
  /** Lets the system ask for the keychain's password. */
  unlockKeychain: call(nothing).gives<SecretsView>(),
  getStartAtLogin: call(nothing).gives<StartAtLogin>(),
  setStartAtLogin: call(z.tuple([z.boolean()])).gives<StartAtLogin>()
} as const
