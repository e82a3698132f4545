import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Foreign } from '../../../ui/foreign'
import { visibleText } from '../../../../shared/text/foreign-text'
import classes from './preview-table.module.css'

interface PreviewCellProps {
  readonly text: string
  /** It is kept, but cannot be used. */
  readonly isInvalid?: boolean
}

/** One value as it will be stored; all of it stands in its title. */
export function PreviewCell({ text, isInvalid = false }: PreviewCellProps) {
  const { t } = useTranslation('import')
  if (!isInvalid)
    return (
      <span className={classes['text']} title={visibleText(text)}>
        <Foreign>{text}</Foreign>
      </span>
    )
  return (
    <span className={classes['invalid']} title={t('preview.not_sent_to')}>
      <IconAlertTriangle size={14} aria-hidden />
      <span className={classes['text']}>
        <Foreign>{text}</Foreign>
      </span>
    </span>
  )
}

/** The tags that somebody will have. */
export function PreviewTags({ tags }: { readonly tags: readonly string[] }) {
  return (
    <span className={classes['tags']}>
      {tags.map((tag) => (
        <span key={tag} className={classes['tag']}>
          <Foreign>{tag}</Foreign>
        </span>
      ))}
    </span>
  )
}
