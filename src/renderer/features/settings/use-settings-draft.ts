import { useMemo, useState } from 'react'
import type { Settings } from '../../../shared/domain/settings'
import { saveSettings } from '../../stores/settings-store'
import { fieldErrors, issueText } from '../../ui/error-text'
import { reportFailure } from '../../ui/report-failure'
import { type CheckedDraft, checkDraft, draftOf, isSameDraft, type SettingsDraft } from './settings-draft'

export interface SettingsForm {
  readonly values: SettingsDraft
  readonly checked: CheckedDraft
  readonly isChanged: boolean
  readonly isSaving: boolean
  /** The sentence for a field by its path (`gateways.custom.base_url`), once it was typed in. */
  readonly errorAt: (path: string) => string | undefined
  readonly change: (part: Partial<SettingsDraft>) => void
  readonly discard: () => void
  /** True when the settings are stored. */
  readonly save: () => Promise<boolean>
}

/**
 * The settings that are being edited. Only what differs from the stored settings is held here, so a change that
 * comes from elsewhere shows at once and is never overwritten by an untouched form.
 */
export function useSettingsDraft(settings: Settings): SettingsForm {
  const [draft, setDraft] = useState<SettingsDraft | null>(null)
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const [isSaving, setSaving] = useState(false)

  const stored = draftOf(settings)
  const values = draft ?? stored
  const isChanged = draft !== null
  const checked = useMemo(() => checkDraft(settings, values), [settings, values])
  const errors = useMemo(() => {
    const found: Record<string, string> = {}
    if (!checked.ok) for (const issue of checked.issues) found[issue.path.join('.')] ??= issueText(issue)
    return found
  }, [checked])

  const change = (part: Partial<SettingsDraft>) => {
    const next = { ...values, ...part }
    setRefused({})
    setDraft(isSameDraft(next, stored) ? null : next)
  }
  const save = async () => {
    if (!checked.ok) return false
    setSaving(true)
    const saved = reportFailure(await saveSettings(checked.patch))
    setSaving(false)
    if (saved.ok) setDraft(null)
    else setRefused(fieldErrors(saved.error))
    return saved.ok
  }
  return {
    values,
    checked,
    isChanged,
    isSaving,
    errorAt: (path) => errors[path] ?? refused[path],
    change,
    discard: () => {
      setDraft(null)
      setRefused({})
    },
    save
  }
}
