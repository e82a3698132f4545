import type { ChannelId } from '../../shared/domain/channel'
import type { ReportedRun } from './reported-run'

/** The texts of a run, each once, with the channels that say it, in the order of the flow. */
export function channelsByText({ flow, texts }: Pick<ReportedRun, 'flow' | 'texts'>): readonly {
  readonly channels: ChannelId[]
  readonly text: string
}[] {
  const channels = new Map<string, ChannelId[]>()
  for (const channel of flow) {
    const text = texts[channel] ?? ''
    channels.set(text, [...(channels.get(text) ?? []), channel])
  }
  return [...channels].map(([text, those]) => ({ channels: those, text }))
}
