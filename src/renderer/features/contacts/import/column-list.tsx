import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportColumn, ImportOptions, ImportTarget } from '../../../../shared/domain/contact-import'
import { ColumnRow } from './column-row'
import { isUsed } from './target-options'
import wizard from './wizard.module.css'
import classes from './columns-step.module.css'

interface ColumnListProps {
  readonly columns: readonly ImportColumn[]
  readonly options: ImportOptions
  readonly onMap: (name: string, target: ImportTarget) => Promise<void>
}

const SAMPLES = 3

/** Every column of the file, what stands in it, and what it becomes. Long lists scroll in their own frame. */
export function ColumnList({ columns, options, onMap }: ColumnListProps) {
  const { t } = useTranslation('import')
  const id = useId()
  const targets = useMemo(
    () => new Map(options.columns.map(({ name, target }) => [name, target])),
    [options.columns]
  )
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={wizard['sectionTitle']}>
        {t('mapping.title')}
      </h3>
      <div className={classes['mapping']}>
        <div className={classes['mappingHead']} aria-hidden>
          <span>{t('mapping.in_file')}</span>
          <span>{t('mapping.becomes')}</span>
        </div>
        <ul className={classes['mappingList']}>
          {columns.map(({ name, samples, target: guessed }) => {
            const target = targets.get(name) ?? guessed
            return (
              <ColumnRow
                key={name}
                name={name}
                samples={samples.slice(0, SAMPLES).join(' · ')}
                target={target}
                isUsed={isUsed(target, options.purpose)}
                onMap={onMap}
              />
            )
          })}
        </ul>
      </div>
    </section>
  )
}
