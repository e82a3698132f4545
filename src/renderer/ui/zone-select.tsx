import { type ComboboxItem, type ComboboxItemGroup, type ComboboxParsedItem, Select } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalZone } from '../stores/settings-store'
import { matchesZone, zoneGroups } from './zone-options'

interface ZoneSelectProps {
  readonly label: string
  /** The label is only heard, where the field stands among other controls. */
  readonly isLabelHidden?: boolean
  readonly description?: string
  /** What an empty field stands for; without it there is always a zone. */
  readonly placeholder?: string
  /** Empty: no zone of its own. */
  readonly value: string
  readonly error?: ReactNode
  readonly onChange: (zone: string) => void
}

const isGroup = (option: ComboboxParsedItem): option is ComboboxItemGroup<ComboboxItem> => 'group' in option

const filterZones = ({ options, search }: { options: ComboboxParsedItem[]; search: string }) =>
  options.filter(isGroup).map((group) => ({
    ...group,
    items: group.items.filter((zone) => matchesZone(zone, search))
  }))

/** A time zone, by city, country or offset. */
export function ZoneSelect(props: ZoneSelectProps) {
  const { label, isLabelHidden = false, description, placeholder, value, error, onChange } = props
  const { t } = useTranslation()
  const localZone = useLocalZone()
  const groups = useMemo(() => zoneGroups(value, localZone, new Date()), [value, localZone])
  const mayBeEmpty = placeholder !== undefined
  return (
    <Select
      label={isLabelHidden ? undefined : label}
      aria-label={isLabelHidden ? label : undefined}
      description={description}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={placeholder ?? t('zones.search')}
      nothingFoundMessage={t('zones.none')}
      searchable
      clearable={mayBeEmpty}
      clearButtonProps={{ 'aria-label': t('zones.clear') }}
      checkIconPosition="right"
      selectFirstOptionOnChange
      onClick={(event) => event.currentTarget.select()}
      allowDeselect={false}
      comboboxProps={{ keepMounted: false }}
      maxDropdownHeight={280}
      data={[
        { group: t('zones.suggested'), items: [...groups.suggested] },
        { group: t('zones.all'), items: [...groups.others] }
      ]}
      filter={filterZones}
      value={value === '' ? null : value}
      error={error}
      onChange={(zone) => {
        if (zone !== null || mayBeEmpty) onChange(zone ?? '')
      }}
    />
  )
}
