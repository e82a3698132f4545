import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErasurePlan, ErasureView } from '../../../../shared/ipc/backup-views'
import { loa } from '../../../api'
import { errorText } from '../../../ui/error-text'
import { reportFailure } from '../../../ui/report-failure'
import { showToast } from '../../../ui/toast'
import classes from './erase-person.module.css'

/** More files than these are not read in a dialog. */
const MOST_FILES = 6

/** Says what erasing somebody does and cannot reach, and asks. True when the person is gone. */
export async function askToErase(contactId: string): Promise<boolean> {
  const plan = reportFailure(await loa.planErasure(contactId))
  if (!plan.ok) return false
  const erased = await new Promise<ErasureView | null>((resolve) => {
    const id = modals.open({
      title: i18next.t('erase.title', { ns: 'backup', name: plan.value.name }),
      centered: true,
      size: 'lg',
      closeButtonProps: { 'aria-label': i18next.t('actions.close') },
      onClose: () => resolve(null),
      children: (
        <EraseQuestion
          plan={plan.value}
          onDone={(done) => {
            resolve(done)
            modals.close(id)
          }}
        />
      )
    })
  })
  if (erased === null) return false
  showToast({
    message: () => i18next.t(erased.done_at === null ? 'erase.queued' : 'erase.done', { ns: 'backup' })
  })
  return true
}

interface EraseQuestionProps {
  readonly plan: ErasurePlan
  readonly onDone: (erased: ErasureView | null) => void
}

function EraseQuestion({ plan, onDone }: EraseQuestionProps) {
  const { t, i18n } = useTranslation(['backup', 'common'])
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const names = (list: readonly string[]) => new Intl.ListFormat(i18n.language).format(list)
  const { waits_for, sharing, mentioned_in, backups, files, keep_days } = plan
  const more = files.length - MOST_FILES

  const erase = async () => {
    setBusy(true)
    setFailure(null)
    const erased = await loa.erasePerson(plan.contact_id)
    if (erased.ok) return onDone(erased.value)
    setBusy(false)
    setFailure(errorText(erased.error))
  }

  return (
    <div className={classes['question']}>
      <p>
        {plan.runs === 0
          ? t('erase.what_never_sent')
          : t('erase.what', { runs: t('erase.runs', { count: plan.runs }) })}
      </p>
      <p>{t('erase.never')}</p>
      <ul>
        {waits_for.length > 0 && <li>{t('erase.waits', { names: names(waits_for) })}</li>}
        {sharing.length > 0 && <li>{t('erase.sharing', { names: names(sharing) })}</li>}
        {mentioned_in.length > 0 && <li>{t('erase.mentioned', { names: names(mentioned_in) })}</li>}
        {backups.length > 0 && <li>{t('erase.backups', { count: backups.length, days: keep_days })}</li>}
        {files.length > 0 && (
          <li>
            {t('erase.files')}
            <ul className={classes['files']}>
              {files.slice(0, MOST_FILES).map(({ path }) => (
                <li key={path} data-selectable>
                  {path}
                </li>
              ))}
              {more > 0 && <li>{t('erase.more', { count: more })}</li>}
            </ul>
          </li>
        )}
      </ul>
      {failure !== null && (
        <Text size="sm" c="red" role="alert">
          {failure}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" data-autofocus disabled={isBusy} onClick={() => onDone(null)}>
          {t('common:actions.cancel')}
        </Button>
        <Button color="red" loading={isBusy} onClick={() => void erase()}>
          {t('erase.confirm')}
        </Button>
      </Group>
    </div>
  )
}
