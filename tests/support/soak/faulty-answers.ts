import type { DeliveryState } from '../../../src/shared/domain/delivery'
import {
  accept,
  closeWithoutAnswer,
  type GatewayAnswer,
  htmlPage,
  resetAfterReading,
  status,
  truncatedJson
} from '../gateway/gateway-answers'
import type { RecordedRequest } from '../gateway/recording-gateway'

/** What a faulty answer must come to in the ledger; `again`: the delivery waits and is tried once more. */
type Truth = Extract<DeliveryState, 'sent' | 'failed' | 'unknown'> | 'again'

const FAULTS: readonly (readonly [Truth, GatewayAnswer])[] = [
  ['failed', status(500, { error: 'out of order' })],
  ['failed', status(200, { success: false, message: 'number is not on WhatsApp' })],
  ['failed', status(404)],
  ['unknown', status(502)],
  ['unknown', resetAfterReading],
  ['unknown', closeWithoutAnswer],
  ['unknown', truncatedJson],
  ['unknown', htmlPage],
  ['again', status(429, '', { 'retry-after': '0' })]
]

/** A gateway that goes wrong for a share of its requests, and remembers the truth about each delivery. */
export class FaultyAnswers {
  readonly #random: () => number
  readonly #share: number
  /** By idempotency key: what its last request came to. */
  readonly truths = new Map<string, Truth>()
  /** Keys that were accepted more than once. */
  readonly acceptedTwice = new Set<string>()
  #faults = 0

  constructor(random: () => number, share: number) {
    this.#random = random
    this.#share = share
  }

  get faults(): number {
    return this.#faults
  }

  readonly answer = ({ idempotencyKey, method }: RecordedRequest): GatewayAnswer => {
    if (method !== 'POST') return accept
    const [truth, answer] = this.#random() < this.#share ? this.#fault() : (['sent', accept] as const)
    if (truth === 'sent' && this.truths.get(idempotencyKey) === 'sent') this.acceptedTwice.add(idempotencyKey)
    this.truths.set(idempotencyKey, truth)
    return answer
  }

  #fault(): readonly [Truth, GatewayAnswer] {
    this.#faults += 1
    return FAULTS[Math.floor(this.#random() * FAULTS.length)] ?? ['sent', accept]
  }
}
