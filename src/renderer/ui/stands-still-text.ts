import type { TFunction } from 'i18next'
import type { PausedChannel } from '../../shared/domain/run'

/** Why a channel stands still in a run: so many errors in a row, or so many of all attempts. */
export function standsStillText(
  { channel, errors, attempts, in_a_row }: PausedChannel,
  t: TFunction
): string {
  const name = t(`channels.${channel}`)
  return errors === in_a_row
    ? t('stands_still.in_a_row', { channel: name, in_a_row })
    : t('stands_still.errors', { channel: name, errors, attempts })
}
