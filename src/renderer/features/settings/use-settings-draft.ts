import { useMemo, useState } from 'react'
import type { Settings } from '../../../shared/domain/settings'
import { saveSettings } from '../../stores/settings-store'
import { fieldErrors, issueText } from '../../ui/error-text'
import { reportFailure } from '../../ui/report-failure'
import {
  changedLike,
  type CheckedDraft,
  checkDraft,
  type DraftChange,
  draftOf,
  isSameDraft,
  type SettingsDraft
} from './settings-draft'

export interface SettingsForm {
  readonly values: SettingsDraft
  readonly checked: CheckedDraft
  readonly isChanged: boolean
  readonly isSaving: boolean
  /** The sentence for a field by its path (`gateways.custom.base_url`), once it was typed in. */
  readonly errorAt: (path: string) => string | undefined
  readonly change: (part: Partial<SettingsDraft>) => void
  readonly discard: () => void
  /** What was changed when the settings are stored; null when they are not. */
  readonly save: () => Promise<DraftChange | null>
}

/**
 * The settings that are being edited. Only what differs from the stored settings is held here, so a change that
 * comes from elsewhere shows at once and is never overwritten by an untouched form.
 */
export function useSettingsDraft(settings: Settings): SettingsForm {
  const [typed, setTyped] = useState<DraftChange | null>(null)
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({})
  const [isSaving, setSaving] = useState(false)

  const stored = useMemo(() => draftOf(settings), [settings])
  const values = useMemo(() => (typed === null ? stored : changedLike(stored, typed)), [stored, typed])
  const isChanged = typed !== null && !isSameDraft(values, stored)
  const checked = useMemo(() => checkDraft(settings, values), [settings, values])
  const errors = useMemo(() => {
    const found: Record<string, string> = {}
    if (!checked.ok) for (const issue of checked.issues) found[issue.path.join('.')] ??= issueText(issue)
    return found
  }, [checked])

  const change = (part: Partial<SettingsDraft>) => {
    const next = { ...values, ...part }
    setRefused({})
    setTyped(isSameDraft(next, stored) ? null : { from: stored, to: next })
  }
  const save = async () => {
    if (!checked.ok) return null
    const sent = values
    setSaving(true)
    const saved = reportFailure(await saveSettings(checked.patch))
    setSaving(false)
    if (saved.ok) setTyped((now) => (now === null ? null : typedSince(sent, now)))
    else setRefused(fieldErrors(saved.error))
    return saved.ok ? { from: stored, to: draftOf(checked.patch) } : null
  }
  return {
    values,
    checked,
    isChanged,
    isSaving,
    errorAt: (path) => errors[path] ?? refused[path],
    change,
    discard: () => {
      setTyped(null)
      setRefused({})
    },
    save
  }
}

/** What was typed while `sent` was being saved; null when nothing was. */
const typedSince = (sent: SettingsDraft, { to }: DraftChange): DraftChange | null =>
  isSameDraft(sent, to) ? null : { from: sent, to }
