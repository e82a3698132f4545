import { IconBrandTelegram, IconBrandWhatsapp, IconPhoneCall } from '@tabler/icons-react'
import type { ChannelId } from '../../shared/domain/channel'

const ICONS = {
  whatsapp: IconBrandWhatsapp,
  telegram: IconBrandTelegram,
  ai_call: IconPhoneCall
} as const satisfies Record<ChannelId, unknown>

/** The channel's sign. It carries no name of its own: put the channel's name beside it or on its parent. */
export function ChannelIcon({ channel, size = 16 }: { readonly channel: ChannelId; readonly size?: number }) {
  const Symbol = ICONS[channel]
  return <Symbol size={size} stroke={1.6} aria-hidden />
}
