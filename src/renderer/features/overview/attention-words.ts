import type { TFunction } from 'i18next'
import type { ChannelId } from '../../../shared/domain/channel'
import { localeOf } from '../../../shared/i18n/locale'
import { sizeText } from '../../../shared/text/size-text'
import type { AttentionItem } from './attention-items'

type T = TFunction<['overview', 'common']>

/** Names that are said before the rest is a number. */
const SAID = 2

/** `Tea, Coffee and 3 more`: each name once. */
export function namesText(all: readonly string[], t: T, language: string): string {
  const names = [...new Set(all)]
  const said = names.slice(0, SAID)
  const rest = names.length - said.length
  const list = (items: readonly string[], type: 'unit' | 'conjunction') =>
    new Intl.ListFormat(localeOf(language), { type }).format(items)
  if (rest === 0) return list(said, 'conjunction')
  return t('attention.and_more', { names: list(said, 'unit'), count: rest })
}

/** `WhatsApp and Telegram wait for the gateway`: each channel once. */
function channelsText(
  kind: 'channels' | 'standing_still',
  channels: readonly ChannelId[],
  t: T,
  language: string
): string {
  const names = [...new Set(channels)].map((channel) => t(`common:channels.${channel}`))
  return t(`attention.${kind}`, { count: names.length, channels: namesText(names, t, language) })
}

/** What happened, in a few words, and to what. */
export function attentionWords(item: AttentionItem, t: T, language: string): { title: string; text: string } {
  const namesOf = (some: readonly { readonly campaign_name: string }[]) =>
    namesText(
      some.map(({ campaign_name }) => campaign_name),
      t,
      language
    )
  switch (item.kind) {
    case 'storage_problem': {
      const { file, kind } = item.problem
      return {
        title: t(`common:storage_banner.${kind}`, { file }),
        text: t('attention.storage_problem_text')
      }
    }
    case 'emergency':
    case 'clock':
    case 'paused_all':
    case 'backup_failed':
      return { title: t(`attention.${item.kind}`), text: t(`attention.${item.kind}_text`) }
    case 'standing_still': {
      const paused = item.runs.flatMap(({ paused_channels: some }) => some.map(({ channel }) => channel))
      return { title: channelsText(item.kind, paused, t, language), text: namesOf(item.runs) }
    }
    case 'paused':
    case 'missed':
      return { title: t(`attention.${item.kind}`, { count: item.runs.length }), text: namesOf(item.runs) }
    case 'unknown': {
      const count = item.runs.reduce((sum, run) => sum + run.counts.unknown, 0)
      return { title: t('attention.unknown', { count }), text: namesOf(item.runs) }
    }
    case 'channels':
      return {
        title: channelsText(item.kind, item.channels, t, language),
        text: t('attention.channels_text')
      }
    case 'gateway_down':
    case 'asleep_likely':
      return { title: t(`attention.${item.kind}`), text: namesOf(item.warnings) }
    case 'disk_low': {
      const free = sizeText(item.free_bytes, language)
      return { title: t('attention.disk_low', { free }), text: t('attention.disk_low_text') }
    }
    case 'storage_failed':
      return {
        title: t('attention.storage_failed', { file: item.file }),
        text: t('attention.storage_failed_text')
      }
  }
}
