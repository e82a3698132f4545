import { Button, UnstyledButton } from '@mantine/core'
import { IconAlertCircle, IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Campaign, isAllowedMove } from '../../../../shared/domain/campaign'
import type { CampaignView } from '../../../../shared/ipc/views'
import { useAudienceCount } from '../../../stores/audience-count'
import { localeOf } from '../../../../shared/i18n/locale'
import { When } from '../../../ui/when'
import type { CampaignForm } from '../campaign-form'
import { activateWord } from '../campaign-moves'
import { scheduleOf } from '../campaign-values'
import { RunNowDialog } from '../run-now-dialog'
import { scheduleSummary } from '../schedule-summary'
import type { Problem } from './problems'
import { StepFrame } from './step-frame'
import classes from './step-review.module.css'
import type { Preview } from './use-schedule-preview'
import type { Saving } from './use-saving'

interface ReviewStepProps {
  readonly form: CampaignForm
  readonly saved: CampaignView | null
  readonly saving: Saving
  readonly preview: Preview
  readonly problems: readonly Problem[]
  readonly takesFocus: boolean
  /** Takes the operator to what is wrong. */
  readonly onProblem: (problem: Problem) => void
  readonly onActivated: () => void
}

/** The whole campaign in one sentence, what is still missing, and the way out: activate it, or run it once. */
export function ReviewStep(props: ReviewStepProps) {
  const { form, saved, saving, preview, problems, takesFocus, onProblem, onActivated } = props
  const { t } = useTranslation('campaigns')
  const [toRun, setToRun] = useState<Campaign | null>(null)
  const status = saved?.campaign.status ?? 'draft'
  const first = preview.occurrences?.[0]
  const canActivate = isAllowedMove(status, 'active')
  const isReady = problems.length === 0
  const activate = async () => {
    if (await saving.activate()) onActivated()
  }
  const saveAndRun = async () => {
    const campaign = await saving.save()
    if (campaign !== null) setToRun(campaign)
  }
  return (
    <StepFrame title={t('editor.steps.review')} text={t('editor.step_text.review')} takesFocus={takesFocus}>
      <p className={classes['sentence']}>{useSentence(form)}</p>
      {isReady && first !== undefined && (
        <p className={classes['first']}>
          {t(status === 'active' ? 'review.next' : 'review.first')}{' '}
          <When at={first.at} zone={first.zone} withRelative inline />
        </p>
      )}
      {problems.length > 0 ? (
        <ProblemList problems={problems} onProblem={onProblem} />
      ) : (
        <p className={classes['ready']} data-tone="good">
          <IconCircleCheck size={19} stroke={1.7} aria-hidden />
          {t('review.ready')}
        </p>
      )}
      <div className={classes['actions']}>
        {canActivate && (
          <Button disabled={saving.busy} onClick={() => void activate()}>
            {t(activateWord(status))}
          </Button>
        )}
        <Button
          variant={canActivate ? 'default' : 'filled'}
          disabled={saving.busy}
          onClick={() => void saving.save()}
        >
          {t('editor.save')}
        </Button>
        <Button
          variant="subtle"
          disabled={saving.busy || saved?.open_run != null}
          onClick={() => void saveAndRun()}
        >
          {t('actions.run_now')}
        </Button>
      </div>
      {toRun !== null && <RunNowDialog campaign={toRun} onClose={() => setToRun(null)} />}
    </StepFrame>
  )
}

/** `Every weekday at 09:00, Vietnam time: 120 people get the message by WhatsApp, then Telegram.` */
function useSentence(form: CampaignForm): string {
  const { t, i18n } = useTranslation(['campaigns', 'common'])
  const { values } = form
  const { contacts: count } = useAudienceCount(values.contacts, values.audience)
  const names = values.flow.map((channel) => t(`channels.${channel}`, { ns: 'common' }))
  const isOne = values.policies.delivery === 'first_success'
  const list = new Intl.ListFormat(localeOf(i18n.language), { type: isOne ? 'disjunction' : 'conjunction' })
  return t('review.sentence', {
    schedule: scheduleSummary(scheduleOf(values), t, i18n.language),
    count,
    channels: names.length === 0 ? t('review.no_channel') : list.format(names)
  })
}

interface ProblemListProps {
  readonly problems: readonly Problem[]
  readonly onProblem: (problem: Problem) => void
}

function ProblemList({ problems, onProblem }: ProblemListProps) {
  const { t } = useTranslation('campaigns')
  return (
    <section aria-label={t('review.problems', { count: problems.length })}>
      <h3 className={classes['problemsTitle']}>{t('review.problems', { count: problems.length })}</h3>
      <ul className={classes['problems']}>
        {problems.map((problem) => (
          <li key={problem.path}>
            <UnstyledButton className={classes['problem']} onClick={() => onProblem(problem)}>
              <IconAlertCircle size={18} stroke={1.7} aria-hidden />
              <span className={classes['problemStep']}>{t(`editor.steps.${problem.step}`)}</span>
              <span className={classes['problemText']}>{problem.text}</span>
              <IconChevronRight size={16} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
