import type { MessageEditing } from './message-editing'
import classes from './message.module.css'
import type { PlaceholderItem } from './placeholder-items'
import { PlaceholderMenu } from './placeholder-menu'
import { TemplateMenu } from './template-menu'

interface MessageToolsProps {
  readonly editing: MessageEditing
  readonly items: readonly PlaceholderItem[]
  readonly isReadOnly: boolean
}

/** What helps with writing: fields to insert, and texts that were written before. */
export function MessageTools({ editing, items, isReadOnly }: MessageToolsProps) {
  return (
    <div className={classes['tools']}>
      <PlaceholderMenu
        items={items}
        isDisabled={isReadOnly}
        missingValues={editing.message.missing_values}
        onInsert={editing.insert}
      />
      <TemplateMenu editing={editing} />
    </div>
  )
}
