import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Foreign } from '../../../ui/foreign'
import type { Tone } from '../../../ui/status-badge'
import classes from './duplicates.module.css'

interface JoinedRowProps {
  readonly label: string
  /** What each contact has. */
  readonly lists: readonly (readonly string[])[]
  readonly tone: Tone
}

/** A row of which nothing is lost: the one contact has what any of them had. */
export function JoinedRow({ label, lists, tone }: JoinedRowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {lists.map((list, index) => (
        <td key={index}>
          <Chips words={list} tone={tone} />
        </td>
      ))}
      <td className={classes['kept']}>
        <Chips words={[...new Set(lists.flat())]} tone={tone} />
      </td>
    </tr>
  )
}

function Chips({ words, tone }: { readonly words: readonly string[]; readonly tone: Tone }) {
  const { t } = useTranslation('duplicates')
  if (words.length === 0)
    return (
      <span className={classes['blank']}>
        <span aria-hidden>–</span>
        <VisuallyHidden>{t('blank')}</VisuallyHidden>
      </span>
    )
  return (
    <ul className={classes['chips']} data-tone={tone}>
      {words.map((word) => (
        <li key={word}>
          <Foreign>{word}</Foreign>
        </li>
      ))}
    </ul>
  )
}
