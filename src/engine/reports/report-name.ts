import type { RunSummary } from '../../shared/domain/run'
import { clockIn } from './zoned-time'

/** What some file system refuses, and what would make a name look like another: controls of lines and of direction. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu

/** File systems take 255 bytes; the rest is for the time, a number and the ending. */
const NAME_BYTES = 120

/** The name of a run's report without its ending: the campaign, and when it went out by the reader's clock. */
export function reportName(summary: RunSummary, zone: string): string {
  const at = summary.started_at ?? summary.slot?.at ?? summary.missed_at
  const name = shortened(summary.campaign_name.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim())
  const time =
    at === undefined ? '' : `-${clockIn(zone)(at).wall.slice(0, 16).replace(' ', '-').replace(':', '')}`
  return `loa-${name === '' ? summary.campaign_id : name}${time}`
}

/** Cut between characters, not in one; without the blank or the dot that a name must not end in. */
function shortened(name: string): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (Buffer.byteLength(kept + segment) > NAME_BYTES) break
    kept += segment
  }
  return kept.replace(/[\s.]+$/, '')
}
