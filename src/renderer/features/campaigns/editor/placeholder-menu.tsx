import { Button, Popover, TextInput } from '@mantine/core'
import { IconBraces, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './placeholder-list.module.css'
import type { PlaceholderItem } from './placeholder-items'
import { optionId, PlaceholderList } from './placeholder-list'
import { placeholderText } from './placeholder-syntax'
import { suggestionsFor } from './placeholder-typing'

interface PlaceholderMenuProps {
  readonly items: readonly PlaceholderItem[]
  readonly isDisabled: boolean
  /** What becomes of people without a value, where there is no fallback. */
  readonly missingValues: 'skip' | 'blank'
  readonly onInsert: (text: string) => void
}

/** Every field that a text may name, to be found by name and inserted, with what to say where it is missing. */
export function PlaceholderMenu({ items, isDisabled, missingValues, onInsert }: PlaceholderMenuProps) {
  const { t } = useTranslation('message')
  const [isOpen, setOpen] = useState(false)
  const choose = (text: string) => {
    setOpen(false)
    // The focus goes back to the button first; the text takes it from there.
    requestAnimationFrame(() => onInsert(text))
  }
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={320}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          disabled={isDisabled}
          leftSection={<IconBraces size={15} aria-hidden />}
          onClick={() => setOpen((open) => !open)}
        >
          {t('placeholders.insert')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes['menu']} aria-label={t('placeholders.insert')}>
        <Choice items={items} missingValues={missingValues} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface ChoiceProps extends Pick<PlaceholderMenuProps, 'items' | 'missingValues'> {
  readonly onChoose: (text: string) => void
}

function Choice({ items, missingValues, onChoose }: ChoiceProps) {
  const { t } = useTranslation('message')
  const listId = useId()
  const [search, setSearch] = useState('')
  const [fallback, setFallback] = useState('')
  const [active, setActive] = useState(0)
  const found = suggestionsFor(items, search)
  const choose = ({ name }: PlaceholderItem) => onChoose(placeholderText(name, fallback.trim()))
  const onKeyDown = (event: KeyboardEvent) => {
    const { length } = found
    if (length === 0 || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive((active + 1) % length)
    else if (event.key === 'ArrowUp') setActive((active + length - 1) % length)
    else if (event.key === 'Enter') {
      const item = found[active]
      if (item !== undefined) choose(item)
    } else return
    event.preventDefault()
  }
  return (
    <div onKeyDown={onKeyDown}>
      <TextInput
        data-autofocus
        size="xs"
        role="combobox"
        aria-label={t('placeholders.search')}
        aria-autocomplete="list"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found.length === 0 ? undefined : optionId(listId, active)}
        placeholder={t('placeholders.search')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setActive(0)
        }}
      />
      <TextInput
        mt={8}
        size="xs"
        label={t('placeholders.fallback')}
        placeholder={t(
          missingValues === 'skip' ? 'placeholders.fallback_example' : 'placeholders.fallback_example_blank'
        )}
        maxLength={200}
        value={fallback}
        onChange={(event) => setFallback(event.currentTarget.value)}
      />
      <PlaceholderList id={listId} items={found} active={active} onChoose={choose} onActive={setActive} />
      {found.length === 0 && <p className={classes['none']}>{t('placeholders.none')}</p>}
    </div>
  )
}
