import { Button } from '@mantine/core'
import { memo, type RefObject, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayName } from '../../../../shared/domain/contact'
import type { DuplicateGroupView } from '../../../../shared/ipc/contact-views'
import { usePageHold } from '../../../ui/use-page-hold'
import { groupKey } from './use-duplicates'
import { orderOf, type Picks } from './merge-choice'
import { mergeWithUndo } from './merge-commands'
import { MergeTable } from './merge-table'
import classes from './duplicates.module.css'

interface DuplicateCardProps {
  readonly group: DuplicateGroupView
  readonly onSkip: (key: string) => void
}

/** One group: what its contacts share, what stays of each, and the word that makes them one. */
export const DuplicateCard = memo(function DuplicateCard({ group, onSkip }: DuplicateCardProps) {
  const { t } = useTranslation('duplicates')
  const [picks, setPicks] = useState<Picks>({})
  usePageHold(() => Object.keys(picks).length > 0)
  const [isMerging, setMerging] = useState(false)
  const card = useRef<HTMLElement>(null)
  const id = useId()
  const { contacts, keys } = group
  const first = contacts[0]
  const name = first === undefined ? '' : displayName(first)

  const merge = async () => {
    const next = neighbour(card)
    setMerging(true)
    const isDone = await mergeWithUndo(orderOf(contacts, picks))
    setMerging(false)
    if (isDone) next?.focus()
  }
  const skip = () => {
    neighbour(card)?.focus()
    onSkip(groupKey(group))
  }
  return (
    <article className={classes['card']} aria-labelledby={id} ref={card}>
      <header className={classes['head']}>
        <div className={classes['words']} data-selectable>
          <h2 id={id}>{t('shares', { keys: keys.join(', ') })}</h2>
          <span>{t('who', { count: contacts.length })}</span>
        </div>
        <Button size="xs" variant="default" aria-label={t('skip_group', { name })} onClick={skip}>
          {t('skip')}
        </Button>
        <Button
          size="xs"
          data-merge
          loading={isMerging}
          aria-label={t('merge_group', { name })}
          onClick={() => void merge()}
        >
          {t('merge')}
        </Button>
      </header>
      <MergeTable
        contacts={contacts}
        picks={picks}
        onPick={(field, from) => setPicks((before) => ({ ...before, [field]: from }))}
      />
    </article>
  )
})

/** Where the focus goes when this card leaves: who merges by key merges the next one. */
function neighbour(card: RefObject<HTMLElement | null>): HTMLElement | null {
  const beside = card.current?.nextElementSibling ?? card.current?.previousElementSibling
  return beside?.querySelector<HTMLElement>('[data-merge]') ?? null
}
