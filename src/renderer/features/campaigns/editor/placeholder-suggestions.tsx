import { Popover } from '@mantine/core'
import type { ComponentProps } from 'react'
import { PlaceholderList } from './placeholder-list'
import classes from './placeholder-list.module.css'

interface PlaceholderSuggestionsProps extends ComponentProps<typeof PlaceholderList> {
  /** Where the placeholder begins, from the corner of the field's frame. */
  readonly at: { readonly left: number; readonly top: number }
}

/** What may stand where the caret is. */
export function PlaceholderSuggestions({ at, ...list }: PlaceholderSuggestionsProps) {
  return (
    <Popover
      // Each place is another one: what hangs on it does not move along by itself.
      key={`${at.left} ${at.top}`}
      opened
      width={310}
      position="bottom-start"
      shadow="md"
      offset={4}
      withRoles={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span className={classes['caret']} style={at} />
      </Popover.Target>
      <Popover.Dropdown className={classes['suggestions']}>
        <PlaceholderList {...list} />
      </Popover.Dropdown>
    </Popover>
  )
}
