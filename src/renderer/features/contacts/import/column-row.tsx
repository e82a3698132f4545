import { Select } from '@mantine/core'
import { IconArrowNarrowRight } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportTarget } from '../../../../shared/domain/contact-import'
import { columnName } from './column-name'
import { targetOptions } from './target-options'
import classes from './columns-step.module.css'

interface ColumnRowProps {
  readonly name: string
  /** Its first values, as one text: the row is drawn again only when they change. */
  readonly samples: string
  readonly target: ImportTarget
  readonly isUsed: boolean
  readonly onMap: (name: string, target: ImportTarget) => Promise<void>
}

/** One column: its name, its first values, and what it becomes. */
export const ColumnRow = memo(function ColumnRow({ name, samples, target, isUsed, onMap }: ColumnRowProps) {
  const { t } = useTranslation('import')
  const shown = columnName(name, t)
  const data = useMemo(() => targetOptions(shown, t), [shown, t])
  return (
    <li className={classes['mappingRow']} data-unused={!isUsed || undefined}>
      <span className={classes['mappingColumn']} title={samples}>
        <span className={classes['mappingName']}>{shown}</span>
        <span className={classes['mappingSamples']}>{samples === '' ? t('mapping.no_values') : samples}</span>
      </span>
      <IconArrowNarrowRight className={classes['mappingArrow']} size={18} stroke={1.5} aria-hidden />
      <Select
        aria-label={t('mapping.becomes_of', { column: shown })}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={t('mapping.nothing_found')}
        allowDeselect={false}
        checkIconPosition="right"
        comboboxProps={{ keepMounted: false }}
        maxDropdownHeight={320}
        onClick={(event) => event.currentTarget.select()}
        data={data}
        value={target}
        onChange={(next) => {
          if (next !== null) void onMap(name, next)
        }}
      />
    </li>
  )
})
