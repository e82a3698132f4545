import { Button } from '@mantine/core'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { skipMissed } from '../../stores/run-commands'
import { askToConfirm } from '../../ui/confirm-dialog'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { DecisionSection } from './decision-section'
import { MissedCard } from './missed-card'
import { SendMissedDialog } from './send-missed-dialog'

/** The missed inbox. */
export function MissedSection({ runs }: { readonly runs: readonly RunSummary[] }) {
  const { t } = useTranslation('attention')
  const [sending, setSending] = useState<RunSummary | null>(null)

  const skip = async (ids: readonly string[]) => {
    const skipped = reportFailure(await skipMissed(ids))
    if (skipped.ok)
      showToast({ message: () => i18next.t('attention:missed.skipped', { count: skipped.value }) })
  }
  const skipAll = async () => {
    const agreed = await askToConfirm({
      title: t('missed.skip_all_title', { count: runs.length }),
      body: t('missed.skip_all_body'),
      confirm: t('missed.skip_all')
    })
    if (agreed) await skip(runs.map(({ id }) => id))
  }

  return (
    <>
      <DecisionSection
        title={t('missed.title')}
        about={t('missed.about')}
        items={runs}
        keyOf={(run) => run.id}
        card={(run) => (
          <MissedCard run={run} onSend={() => setSending(run)} onSkip={() => void skip([run.id])} />
        )}
        action={
          runs.length > 1 && (
            <Button size="xs" variant="default" onClick={() => void skipAll()}>
              {t('missed.skip_all')}
            </Button>
          )
        }
      />
      {sending !== null && <SendMissedDialog run={sending} onClose={() => setSending(null)} />}
    </>
  )
}
