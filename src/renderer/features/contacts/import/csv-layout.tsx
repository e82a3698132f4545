import { Checkbox, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FILE_DELIMITERS, FILE_ENCODINGS, type ImportOptions } from '../../../../shared/domain/contact-import'
import { SEPARATOR_WORDS } from './separators'
import classes from './columns-step.module.css'

interface CsvLayoutProps {
  readonly options: ImportOptions
  readonly onChange: (part: Partial<ImportOptions>) => void
}

/** How a sheet is read, in case the guess is wrong. */
export function CsvLayout({ options, onChange }: CsvLayoutProps) {
  const { t } = useTranslation('import')
  return (
    <div className={classes['layout']}>
      <Select
        label={t('encoding')}
        allowDeselect={false}
        checkIconPosition="right"
        comboboxProps={{ keepMounted: false }}
        maxDropdownHeight={320}
        data={FILE_ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
        value={options.encoding}
        onChange={(encoding) => {
          if (encoding !== null) onChange({ encoding })
        }}
      />
      <Select
        label={t('separator')}
        allowDeselect={false}
        checkIconPosition="right"
        comboboxProps={{ keepMounted: false }}
        data={FILE_DELIMITERS.map((value) => ({ value, label: t(`separators.${SEPARATOR_WORDS[value]}`) }))}
        value={options.delimiter}
        onChange={(delimiter) => {
          if (delimiter !== null) onChange({ delimiter })
        }}
      />
      <Checkbox
        label={t('has_header')}
        checked={options.has_header}
        onChange={(event) => onChange({ has_header: event.currentTarget.checked })}
      />
    </div>
  )
}
