import type { Settings, SettingsPatch } from '../../shared/domain/settings'
import type { Result } from '../../shared/result'
import type { CampaignService } from '../campaigns/campaign-service'
import type { SettingsService } from './settings-service'

/**
 * Saves the settings. A switch to a live gateway pauses every active campaign, so that each is confirmed before it
 * reaches real people; they are paused first, because a crash between the two writes must not leave them active there.
 */
export async function changeSettings(
  patch: SettingsPatch,
  settings: SettingsService,
  campaigns: CampaignService
): Promise<Result<Settings>> {
  const refusal = settings.refusalOf(patch)
  if (refusal !== null) return { ok: false, error: refusal }
  const goesLive = patch.gateway !== 'practice' && patch.gateway !== settings.value.gateway
  if (goesLive) {
    const paused = await campaigns.pauseActive()
    if (!paused.ok) return paused
  }
  const saved = await settings.save(patch)
  // One that was activated while the switch was on its way to the disk.
  if (goesLive && saved.ok) await campaigns.pauseActive()
  return saved
}
