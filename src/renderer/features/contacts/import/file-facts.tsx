import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ImportOptions, ImportPreview } from '../../../../shared/domain/contact-import'
import { SEPARATOR_WORDS } from './separators'
import { sizeText } from '../../../../shared/text/size-text'
import { StepHeading } from './step-parts'
import classes from './columns-step.module.css'

interface FileFactsProps {
  readonly preview: ImportPreview
  readonly options: ImportOptions
  readonly onAnother: () => void
}

/** Which file it is and what was recognised in it. */
export function FileFacts({ preview, options, onAnother }: FileFactsProps) {
  const { t, i18n } = useTranslation('import')
  const { kind, file_name, size_bytes, columns } = preview
  const format =
    kind === 'csv'
      ? t('facts.csv', {
          encoding: t(`encodings.${options.encoding}`),
          separator: t(`separated_by.${SEPARATOR_WORDS[options.delimiter]}`)
        })
      : t(`facts.${kind}`)
  return (
    <div className={classes['facts']}>
      <IconFileText className={classes['factsIcon']} size={26} stroke={1.4} aria-hidden />
      <div className={classes['factsWords']}>
        <StepHeading
          text={`${sizeText(size_bytes, i18n.language)} · ${format} · ${t('facts.columns', { count: columns.length })}`}
        >
          {file_name}
        </StepHeading>
      </div>
      <Button variant="subtle" size="compact-sm" onClick={onAnother}>
        {t('facts.another')}
      </Button>
    </div>
  )
}
