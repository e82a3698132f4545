import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface SearchInputProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Names the field, for example "Search campaigns"; also shown while it is empty. */
  readonly label: string
  readonly width?: number | string
}

/** A search field that Escape or its cross empties. */
export function SearchInput({ value, onChange, label, width = 260 }: SearchInputProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      type="search"
      w={width}
      aria-label={label}
      placeholder={label}
      value={value}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value !== '' && <CloseButton size="sm" aria-label={t('search_clear')} onClick={() => onChange('')} />
      }
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return
        event.stopPropagation()
        onChange('')
      }}
    />
  )
}
