import { LoadingOverlay, VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPurpose, PreviewRow } from '../../../../shared/domain/contact-import'
import { type PreviewColumn, PreviewRows } from './preview-rows'
import wizard from './wizard.module.css'
import classes from './preview-table.module.css'

const ALWAYS: readonly PreviewColumn[] = [
  'first_name',
  'last_name',
  'whatsapp_number',
  'telegram_username',
  'phone'
]
const SUPPRESSING: readonly PreviewColumn[] = ['name', 'phone', 'whatsapp_number', 'telegram_username']

/** Only shown when somebody has one. */
const HOLDS: readonly (readonly [PreviewColumn, (row: PreviewRow) => boolean])[] = [
  ['email', ({ email }) => email !== ''],
  ['tags', ({ tags }) => tags.length > 0],
  ['custom', ({ custom }) => Object.keys(custom).length > 0]
]

interface PreviewTableProps {
  readonly rows: readonly PreviewRow[]
  /** Newer rows are on their way. */
  readonly isReading: boolean
  readonly purpose: ImportPurpose
}

/** The first rows as they will be stored, with what is doubtful about them and why some are left out. */
export function PreviewTable({ rows, isReading, purpose }: PreviewTableProps) {
  const { t } = useTranslation('import')
  const id = useId()
  const isSuppressing = purpose === 'do_not_contact'
  const columns = isSuppressing
    ? SUPPRESSING
    : [...ALWAYS, ...HOLDS.filter(([, holds]) => rows.some(holds)).map(([column]) => column)]
  return (
    <section className={wizard['section']} aria-labelledby={id}>
      <h3 id={id} className={wizard['sectionTitle']}>
        {t(isSuppressing ? 'preview.title_suppress' : 'preview.title')}
      </h3>
      <VisuallyHidden role="status">{isReading ? t('preview.reading') : ''}</VisuallyHidden>
      {rows.length === 0 ? (
        <p className={classes['none']}>{t('preview.empty')}</p>
      ) : (
        <div className={classes['outer']} aria-busy={isReading}>
          <LoadingOverlay
            visible={isReading}
            loaderProps={{ size: 22 }}
            overlayProps={{ backgroundOpacity: 0.4 }}
          />
          {/* It scrolls with the arrow keys once it has the focus. */}
          <div className={classes['frame']} tabIndex={0} role="group" aria-label={t('preview.label')}>
            <table className={classes['table']}>
              <thead>
                <tr>
                  <th scope="col" data-number>
                    {t('preview.row')}
                  </th>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {t(`preview.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              {rows.map((row) => (
                <PreviewRows key={row.row} row={row} columns={columns} purpose={purpose} />
              ))}
            </table>
          </div>
        </div>
      )}
    </section>
  )
}
