import { ObjectId } from 'bson'
import { setMaxListeners } from 'node:events'
import type { AppError } from '../../shared/app-error'
import { CHANNEL_IDS, type ChannelId } from '../../shared/domain/channel'
import type { Contact } from '../../shared/domain/contact'
import type { TestDelivery, TypedMessage } from '../../shared/domain/message'
import type { StorageProblem } from '../../shared/ipc/views'
import { fail, ok, type Result } from '../../shared/result'
import { isSameGateway } from '../channels/gateway/same-gateway'
import type { FrozenGateway } from '../ports'
import type { TextClock } from './date-filter'
import { valuesIn } from './field-names'
import type { MessageTexts } from './message-texts'
import { sendable } from './sendable-text'
import { sendTestMessage, type TestMessageContext } from './test-message'

export interface TestSendContext extends TestMessageContext {
  readonly texts: MessageTexts
  readonly gateway: () => FrozenGateway
  /** Data files that cannot be read: they may say who must not be sent to. */
  readonly problems: () => readonly StorageProblem[]
}

/**
 * Sends a text to the operator's own addresses, through the chosen gateway. It belongs to no campaign and no run, leaves
 * nothing behind but lines in the log, and whatever comes of it is its result.
 */
export class TestSend {
  readonly #context: TestSendContext
  readonly #abort = new AbortController()

  constructor(context: TestSendContext) {
    this.#context = context
    setMaxListeners(0, this.#abort.signal)
  }

  /**
   * @param addresses by channel, as they were typed; a channel without one is left out
   * @param contact as whom the text is filled in; with nobody a placeholder needs a fallback
   */
  async send(
    message: TypedMessage,
    addresses: Readonly<Partial<Record<ChannelId, string>>>,
    contact: Contact | null,
    clock: TextClock
  ): Promise<Result<readonly TestDelivery[]>> {
    const held = this.#heldBy()
    if (held !== null) return fail(held)
    const channels = CHANNEL_IDS.filter((channel) => (addresses[channel] ?? '') !== '')
    if (channels.length === 0) return fail({ code: 'no_test_address' })
    const { texts, gateway } = this.#context
    const values = contact === null ? {} : valuesIn(contact, texts.fieldsOf(message, channels))
    const id = new ObjectId().toHexString()
    const deliveries = channels.map((channel) => {
      const filled = texts.fill(message, channel, values, clock)
      const order = {
        id: `test_${id}.${channel}`,
        channel,
        typed: addresses[channel] ?? '',
        text: sendable(filled, message.missing_values),
        gateway: gateway(),
        isChosen: (frozen: FrozenGateway) => isSameGateway(frozen, gateway()),
        signal: this.#abort.signal
      }
      return sendTestMessage(order, this.#context)
    })
    return ok(await Promise.all(deliveries))
  }

  /** Requests under way end at once; what waits is not sent. */
  stop(): void {
    this.#abort.abort()
  }

  #heldBy(): AppError | null {
    const { holds, problems, settings } = this.#context
    if (this.#abort.signal.aborted) return { code: 'engine_stopped' }
    const [problem] = problems()
    if (problem !== undefined) {
      const code = problem.kind === 'newer' ? 'storage_newer' : 'storage_damaged'
      return { code, params: { file: problem.file } }
    }
    if (holds.isEmergency) return { code: 'emergency_stop' }
    if (holds.isClockHeld) return { code: 'clock_hold' }
    if (settings().paused_all) return { code: 'paused_all' }
    // Not started yet: what happened before is not known.
    return holds.isHeld ? { code: 'engine_stopped' } : null
  }
}
