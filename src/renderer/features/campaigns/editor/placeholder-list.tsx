import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './placeholder-list.module.css'
import type { PlaceholderItem } from './placeholder-items'

interface PlaceholderListProps {
  readonly id: string
  readonly items: readonly PlaceholderItem[]
  readonly active: number
  readonly onChoose: (item: PlaceholderItem) => void
  readonly onActive: (index: number) => void
}

/** The id of one field of a list, for the input that has the focus meanwhile. */
export const optionId = (id: string, index: number): string => `${id}-${index}`

/** Fields to choose from, those of everybody first. The focus stays where one types. */
export function PlaceholderList({ id, items, active, onChoose, onActive }: PlaceholderListProps) {
  const { t } = useTranslation('message')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const group = (isOwn: boolean) =>
    items.some((item) => item.isOwn === isOwn) && (
      <div role="group" aria-label={t(isOwn ? 'placeholders.own' : 'placeholders.everybody')}>
        <div className={classes['heading']} aria-hidden>
          {t(isOwn ? 'placeholders.own' : 'placeholders.everybody')}
        </div>
        {items.map((item, index) =>
          item.isOwn === isOwn ? (
            <div
              key={item.name}
              id={optionId(id, index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={classes['option']}
              // A list that opens under a pointer at rest chooses nothing.
              onMouseMove={({ movementX, movementY }) => {
                if (movementX !== 0 || movementY !== 0) onActive(index)
              }}
              // What has the focus keeps it, and with it the caret.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(item)}
            >
              <span className={classes['label']}>{item.label}</span>
              <span className={classes['more']}>
                {item.people === null ? item.name : t('placeholders.people', { count: item.people })}
              </span>
            </div>
          ) : null
        )}
      </div>
    )
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('placeholders.suggestions')}
      className={classes['list']}
    >
      {group(false)}
      {group(true)}
    </div>
  )
}
