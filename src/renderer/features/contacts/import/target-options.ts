import type { TFunction } from 'i18next'
import type { ImportPurpose, ImportTarget } from '../../../../shared/domain/contact-import'

const USUAL = [
  'first_name',
  'last_name',
  'full_name',
  'phone',
  'whatsapp_number',
  'telegram_username',
  'email',
  'tags',
  'notes',
  'zalo',
  'timezone',
  'do_not_contact',
  'custom',
  'ignore'
] as const satisfies readonly ImportTarget[]

/** What Loa's own files hold, and little else. */
const SELDOM = [
  'middle_name',
  'do_not_contact_whatsapp',
  'do_not_contact_telegram',
  'do_not_contact_ai_call',
  '_id',
  'created_at',
  'updated_at',
  'written',
  'merged_ids',
  'custom_fields'
] as const satisfies readonly ImportTarget[]

interface TargetOption {
  readonly value: ImportTarget
  readonly label: string
}

/** What a column can become, the usual first. Its own name stands in "Own field". */
export function targetOptions(
  column: string,
  t: TFunction<'import'>
): [...TargetOption[], { group: string; items: TargetOption[] }] {
  const option = (value: ImportTarget): TargetOption => ({ value, label: t(`targets.${value}`, { column }) })
  return [...USUAL.map(option), { group: t('mapping.more'), items: SELDOM.map(option) }]
}

/** Columns by which somebody is known again; of a list of people not to contact nothing else is used. */
const SUPPRESSING: ReadonlySet<ImportTarget> = new Set<ImportTarget>([
  'phone',
  'whatsapp_number',
  'telegram_username'
])

/** Does the import make use of a column with this target? */
export const isUsed = (target: ImportTarget, purpose: ImportPurpose): boolean =>
  purpose === 'do_not_contact' ? SUPPRESSING.has(target) : target !== 'ignore'
