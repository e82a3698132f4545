import type { Campaign } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { Occurrence } from '../../shared/domain/schedule'
import type { Warning } from '../../shared/ipc/views'
import type { Clock } from '../ports'
import { slotRunId } from '../scheduler/slot-run-id'

const LEAD_MS = 5 * 60_000
const AGAIN_MS = 60_000

type GatewayDown = Extract<Warning, { kind: 'gateway_down' }>

export interface GatewayCheckContext {
  readonly clock: Clock
  /** The campaigns that will run by themselves at a live gateway, each with its next slot. */
  readonly upcoming: () => readonly { readonly campaign: Campaign; readonly occurrence: Occurrence }[]
  /** Does the channel's gateway answer? Never sends a message. */
  readonly answers: (channel: ChannelId) => Promise<boolean>
  /** Called with every campaign whose gateway turned out to be down. */
  readonly onDown: (warning: GatewayDown) => void
  readonly onChange: () => void
}

/**
 * Asks the gateway five minutes before a run, and every minute until then, so that the operator hears of a dead
 * gateway before the run and not after it.
 */
export class GatewayCheck {
  readonly #context: GatewayCheckContext
  #warnings = new Map<string, GatewayDown>()
  #askedMs = new Map<string, number>()
  #asking = false
  /** Counts the gateways that were chosen: what is still to be heard of an earlier one is not taken for this one. */
  #gateway = 0

  constructor(context: GatewayCheckContext) {
    this.#context = context
  }

  get warnings(): readonly Warning[] {
    return [...this.#warnings.values()]
  }

  /** Call it every few seconds; it asks only when a run is near. */
  tick(): void {
    if (this.#asking) return
    this.#asking = true
    void this.#look().finally(() => {
      this.#asking = false
    })
  }

  /** Another gateway is chosen: it is asked at the next look, and what was heard of the one before holds no more. */
  forget(): void {
    this.#gateway += 1
    this.#askedMs = new Map()
    this.#replace(new Map())
  }

  async #look(): Promise<void> {
    const asking = this.#gateway
    const { clock, upcoming } = this.#context
    const nowMs = clock.nowMs()
    const near = upcoming().filter(({ occurrence }) => Date.parse(occurrence.at) - nowMs <= LEAD_MS)
    const ids = new Set(near.map(({ campaign, occurrence }) => slotRunId(campaign._id, occurrence)))
    this.#askedMs = new Map([...this.#askedMs].filter(([id]) => ids.has(id)))
    this.#replace(new Map([...this.#warnings].filter(([id]) => ids.has(id))))
    const due = near.filter(({ campaign, occurrence }) => {
      const askedMs = this.#askedMs.get(slotRunId(campaign._id, occurrence))
      return askedMs === undefined || clock.monotonicMs() - askedMs >= AGAIN_MS
    })
    if (due.length === 0) return
    const asked = new Map<ChannelId, Promise<boolean>>()
    const answers = (channel: ChannelId) => {
      const answer = asked.get(channel) ?? this.#context.answers(channel)
      asked.set(channel, answer)
      return answer
    }
    for (const { campaign, occurrence } of due) {
      if (asking === this.#gateway) await this.#check(campaign, occurrence, answers)
    }
  }

  async #check(
    campaign: Campaign,
    occurrence: Occurrence,
    answers: (channel: ChannelId) => Promise<boolean>
  ): Promise<void> {
    const id = slotRunId(campaign._id, occurrence)
    const asking = this.#gateway
    this.#askedMs.set(id, this.#context.clock.monotonicMs())
    const found = await Promise.all(
      campaign.flow.map(async (channel) => ((await answers(channel)) ? null : channel))
    )
    if (asking !== this.#gateway) return
    const channels = found.filter((channel) => channel !== null)
    const wasDown = this.#warnings.has(id)
    const next = new Map(this.#warnings)
    next.delete(id)
    if (channels.length > 0) {
      const { _id: campaign_id, name: campaign_name } = campaign
      const warning: GatewayDown = { kind: 'gateway_down', campaign_id, campaign_name, occurrence, channels }
      next.set(id, warning)
      if (!wasDown) this.#context.onDown(warning)
    }
    this.#replace(next)
  }

  #replace(warnings: Map<string, GatewayDown>): void {
    const isSame = JSON.stringify([...warnings]) === JSON.stringify([...this.#warnings])
    this.#warnings = warnings
    if (!isSame) this.#context.onChange()
  }
}
