import {
  type GatewaySecrets,
  headerOf,
  isSameSecret,
  type KeychainState,
  type LiveGatewayId,
  type SecretDraft,
  type SecretRef,
  type SecretsView,
  type SecretWait,
  type StoredSecret
} from '../../shared/domain/secret'
import type { GatewayId } from '../../shared/domain/settings'
import { fail, ok, type Result } from '../../shared/result'
import type { Clock, Log, Timers } from '../ports'
import type { Collection } from '../store/collection'
import { isoOf } from '../system-clock'
import type { Keychain } from './keychain'
import type { Redaction } from './redaction'
import type { SecretsFile } from './secrets-file'

/** Headers by name, as a request carries them. */
export type SecretHeaders = Readonly<Record<string, string>>

/** Secrets that come with the environment, by gateway. They stand in for everything that is stored for it. */
export type GivenSecrets = Readonly<Partial<Record<LiveGatewayId, SecretHeaders>>>

/** `opening`: the keychain was asked a moment ago and has not answered yet. */
export type HeaderWait = SecretWait | 'opening'

const LOOK_AGAIN_MS = 3_000
/** How long somebody who was asked for a password may take to type it. */
const UNLOCKING_MS = 180_000
/** More headers than this are a mistake. */
const MOST_SECRETS = 20

export interface SecretsContext {
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly file: Collection<SecretsFile>
  readonly keychain: Keychain
  readonly given: GivenSecrets
  readonly redaction: Redaction
  /** Secrets were set, removed, or can be used now. */
  readonly onChange: () => void
}

/**
 * The keys and headers of the live gateways. The keychain is asked when there is something in it, never waited for: who
 * wants to send meanwhile is told why it cannot be yet.
 */
export class Secrets {
  readonly #context: SecretsContext
  /** Values in the clear, by the stored secret they belong to. They leave this object in a request only. */
  readonly #open = new Map<StoredSecret, string>()
  readonly #lost = new Set<StoredSecret>()
  #keychain: KeychainState | null = null
  #looking: Promise<void> | null = null
  #stopTimer: (() => void) | null = null
  /** Somebody is typing the keychain's password until then (monotonic milliseconds). */
  #unlockingUntilMs = 0
  #isStopped = false

  constructor(context: SecretsContext) {
    this.#context = context
    for (const headers of Object.values(context.given)) {
      for (const value of Object.values(headers)) context.redaction.learn(value)
    }
    for (const secret of this.#stored) {
      if (secret.place === 'plain_file') this.#opened(secret, secret.content)
      // What was kept for a session is gone with it; that there was something is not.
      if (secret.place === 'session') this.#lost.add(secret)
    }
  }

  /** Begins to open what the keychain keeps, without waiting for it. */
  start(): void {
    if (this.#sealed.length > 0) void this.look()
  }

  stop(): void {
    this.#isStopped = true
    this.#stopTimer?.()
  }

  /** Why requests to a gateway cannot leave yet; null when they can. */
  waitOf(gateway: GatewayId): HeaderWait | null {
    if (gateway === 'practice' || this.#context.given[gateway] !== undefined) return null
    if (this.#context.file.problem !== null) return 'secret_missing'
    const closed = this.#of(gateway).filter((secret) => !this.#open.has(secret))
    if (closed.length === 0) return null
    if (closed.some((secret) => this.#lost.has(secret))) return 'secret_missing'
    if (this.#keychain === null) return 'opening'
    // An open one is being read; one that is not there now may come with the session that is just starting.
    return this.#keychain === 'open' ? 'opening' : 'keychain_locked'
  }

  /** The headers that a gateway's requests carry; null while they cannot be known. */
  headersOf(gateway: GatewayId): SecretHeaders | null {
    if (gateway === 'practice') return {}
    const given = this.#context.given[gateway]
    if (given !== undefined) return given
    if (this.waitOf(gateway) !== null) return null
    return Object.fromEntries(
      this.#of(gateway).map((secret) => [headerOf(secret), this.#valueToSend(secret)])
    )
  }

  /** What the window may know. Asks the keychain how it stands when nobody has yet. */
  view(): SecretsView {
    const viewOf = (gateway: LiveGatewayId): GatewaySecrets => {
      const wait = this.waitOf(gateway)
      const secrets = this.#of(gateway).map((secret) => {
        const { kind, name, place, set_at } = secret
        return { kind, name, place, set_at, is_lost: this.#lost.has(secret) }
      })
      const is_given = this.#context.given[gateway] !== undefined
      return { secrets, wait: wait === 'opening' ? null : wait, is_given }
    }
    return {
      keychain: this.#keychain,
      gateways: { reference: viewOf('reference'), custom: viewOf('custom') }
    }
  }

  /** Sets a secret, in place of the one under the same header. */
  async set({ value, ...draft }: SecretDraft): Promise<Result<SecretsView>> {
    const { file, keychain, clock, redaction } = this.#context
    redaction.learn(value)
    const others = (secrets: readonly StoredSecret[]) => secrets.filter((one) => !isSameSecret(one, draft))
    if (others(this.#of(draft.gateway)).length >= MOST_SECRETS) return fail({ code: 'too_many_secrets' })
    let content = draft.place === 'plain_file' ? value : ''
    if (draft.place === 'keychain') {
      await this.look()
      const sealed = this.#keychain === 'open' ? await keychain.encrypt(value) : null
      if (sealed === null) {
        return fail({ code: this.#keychain === 'locked' ? 'keychain_locked' : 'keychain_absent' })
      }
      content = sealed
    }
    const secret: StoredSecret = { ...draft, set_at: isoOf(clock.nowMs()), content }
    if (file.problem !== null) {
      const emptied = await file.recover('empty')
      if (!emptied.ok) return emptied
    }
    const saved = await file.update(({ secrets }) => ({ secrets: [...others(secrets), secret] }))
    if (!saved.ok) return saved
    this.#opened(secret, value)
    return this.#changed()
  }

  async remove(ref: SecretRef): Promise<Result<SecretsView>> {
    const removed = await this.#context.file.update(({ secrets }) => ({
      secrets: secrets.filter((one) => !isSameSecret(one, ref))
    }))
    return removed.ok ? this.#changed() : removed
  }

  /** Lets the system ask for the keychain's password, and looks what came of it. */
  async unlock(): Promise<void> {
    this.#unlockingUntilMs = this.#context.clock.monotonicMs() + UNLOCKING_MS
    await this.#context.keychain.unlock()
    await this.look()
  }

  /** Looks how the keychain stands and opens what it lets open; again by itself while something waits for it. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = null))
    return this.#looking
  }

  async #look(): Promise<void> {
    const { clock, keychain, timers } = this.#context
    const was = this.#keychain
    const state = await keychain.state()
    if (this.#isStopped) return
    this.#keychain = state
    const waited = this.#sealed.length
    if (state === 'open') await this.#openSealed()
    this.#stopTimer?.()
    const isUnlocking = state === 'locked' && clock.monotonicMs() < this.#unlockingUntilMs
    if (this.#sealed.length > 0 || isUnlocking) {
      this.#stopTimer = timers.after(LOOK_AGAIN_MS, () => void this.look())
    }
    if (was !== state && waited > 0) this.#say(STATE_TEXT[state])
    if (was !== state || waited !== this.#sealed.length) this.#context.onChange()
  }

  async #openSealed(): Promise<void> {
    for (const secret of this.#sealed) {
      const value = await this.#context.keychain.decrypt(secret.content)
      if (value !== null) this.#opened(secret, value)
      else {
        this.#lost.add(secret)
        this.#say(`The secret for ${headerOf(secret)} was encrypted with another key: it has to be set again`)
      }
    }
  }

  #opened(secret: StoredSecret, value: string): void {
    this.#open.set(secret, value)
    this.#context.redaction.learn(this.#valueToSend(secret))
    this.#context.redaction.learn(value)
  }

  #valueToSend(secret: StoredSecret): string {
    const value = this.#open.get(secret) ?? ''
    return secret.kind === 'api_key' && secret.name === '' ? `Bearer ${value}` : value
  }

  #changed(): Result<SecretsView> {
    const present = new Set(this.#stored)
    for (const secret of this.#open.keys()) if (!present.has(secret)) this.#open.delete(secret)
    this.#context.onChange()
    return ok(this.view())
  }

  #of(gateway: LiveGatewayId): readonly StoredSecret[] {
    return this.#stored.filter((secret) => secret.gateway === gateway)
  }

  get #stored(): readonly StoredSecret[] {
    return this.#context.file.value.secrets
  }

  /** What the keychain has to open yet. */
  get #sealed(): readonly StoredSecret[] {
    return this.#stored.filter(
      (secret) => secret.place === 'keychain' && !this.#open.has(secret) && !this.#lost.has(secret)
    )
  }

  #say(text: string): void {
    this.#context.log({ type: 'app', level: 'info', text })
  }
}

const STATE_TEXT: Readonly<Record<KeychainState, string>> = {
  open: 'The keychain is open: the keys of the gateways can be used',
  locked: 'The keychain is locked: gateways that need a key from it wait',
  absent: 'There is no keychain: gateways that need a key from it wait'
}
