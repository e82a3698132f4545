import { Button } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPurpose, RowOutcome, RowReport } from '../../../../shared/domain/contact-import'
import { Badge, type Tone } from '../../../ui/status-badge'
import { problemsText } from './problem-text'
import { saveReport } from './save-report'
import wizard from './wizard.module.css'
import preview from './preview-table.module.css'
import classes from './check-step.module.css'

const TONES: Readonly<Record<RowOutcome, Tone>> = {
  added: 'good',
  merged: 'good',
  unchanged: 'neutral',
  skipped: 'neutral',
  rejected: 'bad'
}

interface ProblemRowsProps {
  readonly problems: readonly RowReport[]
  /** How many there are; `problems` may be only the first of them. */
  readonly count: number
  readonly purpose: ImportPurpose
  /** The report belongs to a check that is over. */
  readonly isChecking?: boolean
}

/** The rows that deserve a look, and the report of all of them. */
export function ProblemRows({ problems, count, purpose, isChecking = false }: ProblemRowsProps) {
  const { t } = useTranslation('import')
  const id = useId()
  const outcomeText = (outcome: RowOutcome) =>
    purpose === 'do_not_contact' && isSuppressed(outcome)
      ? t(`will_suppress.${outcome}`)
      : t(`will.${outcome}`)
  return (
    <section className={wizard['section']} aria-labelledby={id}>
      <div className={wizard['sectionHead']}>
        <h3 id={id} className={wizard['sectionTitle']}>
          {count > 0 ? (
            t('check.problems', { count })
          ) : (
            <span className={classes['inOrder']} data-tone="good">
              <IconCircleCheck size={18} stroke={1.7} aria-hidden />
              {t('check.no_problems')}
            </span>
          )}
        </h3>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isChecking}
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => void saveReport()}
        >
          {t('check.save_report')}
        </Button>
      </div>
      {count > 0 && (
        <div className={preview['outer']}>
          <div className={preview['frame']} tabIndex={0} role="group" aria-labelledby={id}>
            <table className={preview['table']}>
              <thead>
                <tr>
                  <th scope="col" data-number>
                    {t('preview.row')}
                  </th>
                  <th scope="col">{t('preview.name')}</th>
                  <th scope="col">{t('check.outcome')}</th>
                  <th scope="col">{t('check.what')}</th>
                </tr>
              </thead>
              {problems.map(({ row, name, outcome, problems: found }) => (
                <tbody key={row}>
                  <tr>
                    <th scope="row">{row}</th>
                    <td>
                      <span className={preview['text']}>{name}</span>
                    </td>
                    <td className={preview['outcome']}>
                      <Badge tone={TONES[outcome]}>{outcomeText(outcome)}</Badge>
                    </td>
                    <td className={classes['found']}>{problemsText(found, purpose)}</td>
                  </tr>
                </tbody>
              ))}
            </table>
            {count > problems.length && (
              <p className={classes['more']}>
                {t('check.more_problems', { count: count - problems.length })}
              </p>
            )}
          </div>
        </div>
      )}
    </section>
  )
}

/** A row of a do-not-contact list becomes nothing else. */
const isSuppressed = (outcome: RowOutcome): outcome is 'added' | 'unchanged' | 'rejected' =>
  outcome !== 'merged' && outcome !== 'skipped'
