import { Button } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localeOf } from '../../../shared/i18n/locale'
import classes from './attention.module.css'

/** A month of missed slots is no reason to fill the page before the operator asks for it. */
const SHOWN_AT_FIRST = 20

interface DecisionSectionProps<Item> {
  readonly title: string
  readonly about: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly card: (item: Item) => ReactNode
  /** One action for all of them. */
  readonly action?: ReactNode
}

/** Decisions of one kind under a heading; nothing at all when there are none. */
export function DecisionSection<Item>({
  title,
  about,
  items,
  keyOf,
  card,
  action
}: DecisionSectionProps<Item>) {
  const { t, i18n } = useTranslation('attention')
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  const headingId = useId()
  if (items.length === 0) return null
  const more = items.length - shown
  return (
    <section className={classes['section']} aria-labelledby={headingId}>
      <div className={classes['sectionHead']}>
        <div>
          <h2 id={headingId}>
            {title}{' '}
            <span className={classes['count']}>{items.length.toLocaleString(localeOf(i18n.language))}</span>
          </h2>
          <p className={classes['about']}>{about}</p>
        </div>
        {action}
      </div>
      <ul className={classes['cards']}>
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{card(item)}</li>
        ))}
      </ul>
      {more > 0 && (
        <Button
          className={classes['more']}
          size="xs"
          variant="subtle"
          onClick={() => setShown(shown + Math.min(more, 100))}
        >
          {t('show_more', { count: Math.min(more, 100) })}
        </Button>
      )}
    </section>
  )
}
