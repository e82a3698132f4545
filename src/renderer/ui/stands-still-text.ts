import type { TFunction } from 'i18next'
import type { PausedChannel } from '../../shared/domain/run'

/** Why a channel stands still in a run: so many errors in a row, or of all attempts, or calls without a yes. */
export function standsStillText(
  { channel, errors, attempts, in_a_row, calls }: PausedChannel,
  t: TFunction
): string {
  if (calls !== undefined) return t('stands_still.calls', calls)
  const name = t(`channels.${channel}`)
  return errors === in_a_row
    ? t('stands_still.in_a_row', { channel: name, in_a_row })
    : t('stands_still.errors', { channel: name, errors, attempts })
}
