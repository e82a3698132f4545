import { type ComboboxItem, type ComboboxItemGroup, type ComboboxParsedItem, Select } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalZone } from '../../../stores/settings-store'
import { matchesZone, zoneGroups } from './zone-options'

interface ZoneSelectProps {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (zone: string) => void
}

const isGroup = (option: ComboboxParsedItem): option is ComboboxItemGroup<ComboboxItem> => 'group' in option

const filterZones = ({ options, search }: { options: ComboboxParsedItem[]; search: string }) =>
  options.filter(isGroup).map((group) => ({
    ...group,
    items: group.items.filter((zone) => matchesZone(zone, search))
  }))

/** The time zone of the schedule, by city, country or offset. */
export function ZoneSelect({ value, error, onChange }: ZoneSelectProps) {
  const { t } = useTranslation('campaigns')
  const localZone = useLocalZone()
  const groups = useMemo(() => zoneGroups(value, localZone, new Date()), [value, localZone])
  return (
    <Select
      label={t('schedule.zone')}
      placeholder={t('schedule.zone_search')}
      nothingFoundMessage={t('schedule.zone_none')}
      searchable
      checkIconPosition="right"
      selectFirstOptionOnChange
      onClick={(event) => event.currentTarget.select()}
      allowDeselect={false}
      comboboxProps={{ keepMounted: false }}
      maxDropdownHeight={280}
      data={[
        { group: t('schedule.zone_suggested'), items: [...groups.suggested] },
        { group: t('schedule.zone_all'), items: [...groups.others] }
      ]}
      filter={filterZones}
      value={value}
      error={error}
      onChange={(zone) => {
        if (zone !== null) onChange(zone)
      }}
    />
  )
}
