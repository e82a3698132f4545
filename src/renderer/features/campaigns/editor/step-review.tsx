import { Alert, Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconFlask } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Campaign, isAllowedMove } from '../../../../shared/domain/campaign'
import type { MessageCheck } from '../../../../shared/domain/message'
import type { CampaignReview } from '../../../../shared/domain/rehearsal'
import type { CampaignView } from '../../../../shared/ipc/views'
import { localeOf } from '../../../../shared/i18n/locale'
import { errorText } from '../../../ui/error-text'
import { RunNowDialog } from '../../../ui/run-now-dialog'
import type { CampaignForm } from '../campaign-form'
import { activateWord } from '../campaign-moves'
import { draftOf } from '../campaign-values'
import { CallsTick } from '../../../ui/calls-tick'
import { RehearsalSection } from '../review/rehearsal-section'
import { RehearseForRealDialog } from '../review/rehearse-for-real-dialog'
import { ReviewSentence } from '../review/review-sentence'
import { SkipGroups } from '../../../ui/skip-groups'
import { useReview } from '../review/use-review'
import { MessageProblems } from './message-problems'
import type { Problem } from './problems'
import { ReviewMessage } from './review-message'
import { ReviewProblems } from './review-problems'
import { StepFrame } from './step-frame'
import classes from './step-review.module.css'
import type { Saving } from './use-saving'

interface ReviewStepProps {
  readonly form: CampaignForm
  readonly saved: CampaignView | null
  readonly saving: Saving
  readonly problems: readonly Problem[]
  readonly takesFocus: boolean
  /** Takes the operator to what is wrong. */
  readonly onProblem: (problem: Problem) => void
  readonly onActivated: () => void
}

/** The whole campaign in one sentence, what is still missing, how the week would go, and the yes to it. */
export function ReviewStep(props: ReviewStepProps) {
  const { form, saved, saving, problems, takesFocus, onProblem, onActivated } = props
  const { t } = useTranslation(['campaigns', 'rehearsal'])
  const draft = { ...draftOf(form.values), _id: saved?.campaign._id }
  const { review, error, isAsking } = useReview(draft)
  const approved = saved?.campaign.approval?.ai_calls ?? 0
  const [tickedFor, setTickedFor] = useState<number | null>(null)
  const [isMissed, setIsMissed] = useState(false)
  const [toRun, setToRun] = useState<Campaign | null>(null)
  const [toRehearse, setToRehearse] = useState<Campaign | null>(null)

  const status = saved?.campaign.status ?? 'draft'
  const isReadOnly = status === 'archived'
  const calls = review?.ai_calls ?? 0
  // A yes holds for as many calls as were read; a longer list asks anew.
  const isTicked = calls <= (tickedFor ?? approved)
  const approval = { ai_calls: tickedFor }
  const activate = async () => {
    if (!isTicked) return setIsMissed(true)
    if (await saving.activate(approval)) onActivated()
  }
  const afterSaving = async (then: (campaign: Campaign) => void) => {
    const campaign = await saving.save(approval)
    if (campaign !== null) then(campaign)
  }

  // What is wrong with the message comes before the yes; that nothing is, may come after it.
  const check = review === null ? null : withoutNamed(review.message, problems)
  const isGood = review !== null && isFree(review.message)
  const messageProblems = review !== null && check !== null && (isGood || !isFree(check)) && (
    <MessageProblems
      check={check}
      total={review.contacts}
      flow={form.values.flow}
      missingValues={form.values.missing_values}
    />
  )

  return (
    <StepFrame title={t('editor.steps.review')} text={t('editor.step_text.review')} takesFocus={takesFocus}>
      {problems.length > 0 && <ReviewProblems problems={problems} onProblem={onProblem} />}
      {error !== null && !isReadOnly && <Alert color="red">{errorText(error)}</Alert>}
      {review === null && isAsking && problems.length === 0 && <Skeleton height={88} radius="md" />}
      {review !== null && (
        <>
          <ReviewSentence name={form.values.name.trim()} review={review} isAsking={isAsking} />
          <GatewayNotes review={review} />
        </>
      )}
      <ReviewMessage values={form.values} />
      {review !== null && (
        <>
          {review.obstacle !== null && problems.length === 0 && (
            <Alert color="yellow">{errorText(review.obstacle)}</Alert>
          )}
          {!isGood && messageProblems}
          <CallsTick
            count={calls}
            isCertain={calls === review.sent_by_channel.ai_call}
            ticked={isTicked}
            isMissed={isMissed && !isTicked}
            onTick={(ticked) => setTickedFor(ticked ? calls : 0)}
          />
        </>
      )}
      {!isReadOnly && (
        <div className={classes['actions']}>
          {isAllowedMove(status, 'active') && (
            <Button disabled={saving.busy} onClick={() => void activate()}>
              {t(activateWord(status))}
            </Button>
          )}
          <Button
            variant={status === 'active' ? 'filled' : 'default'}
            disabled={saving.busy}
            onClick={() => void saving.save(approval)}
          >
            {t('editor.save')}
          </Button>
          <Button
            variant="subtle"
            disabled={saving.busy || saved?.open_run != null}
            onClick={() => void afterSaving(setToRun)}
          >
            {t('review.run_now')}
          </Button>
          <Button variant="subtle" disabled={saving.busy} onClick={() => void afterSaving(setToRehearse)}>
            {t('rehearsal:for_real.open')}
          </Button>
        </div>
      )}
      {review !== null && (
        <>
          {isGood && messageProblems}
          <SkipGroups title={t('rehearsal:review.left_out')} groups={review.skipped} />
          <RehearsalSection draft={draft} gateway={review.gateway} isPossible={problems.length === 0} />
        </>
      )}
      {toRun !== null && <RunNowDialog campaign={toRun} onClose={() => setToRun(null)} />}
      {toRehearse !== null && (
        <RehearseForRealDialog campaign={toRehearse} onClose={() => setToRehearse(null)} />
      )}
    </StepFrame>
  )
}

const isFree = ({ problems, missing, failing }: MessageCheck): boolean =>
  problems.length === 0 && missing.length === 0 && failing.length === 0

/** What is wrong with a text stands among the problems that lead to its step: once is enough. */
const withoutNamed = (check: MessageCheck, problems: readonly Problem[]): MessageCheck =>
  problems.some(({ path }) => path === 'call_script' || path.startsWith('texts.'))
    ? { ...check, problems: [] }
    : check

/** Through which gateway it goes, and which channels have no address there. */
function GatewayNotes({ review: { gateway, not_set_up: missing } }: { readonly review: CampaignReview }) {
  const { t, i18n } = useTranslation(['rehearsal', 'common'])
  const isPractice = gateway === 'practice'
  const names = new Intl.ListFormat(localeOf(i18n.language)).format(
    missing.map((channel) => t(`common:channels.${channel}`))
  )
  const Symbol = isPractice ? IconFlask : IconAlertTriangle
  return (
    <>
      <p className={classes['gateway']} data-tone={isPractice ? 'caution' : 'bad'}>
        <Symbol size={17} stroke={1.7} aria-hidden />
        {isPractice
          ? t('review.gateway_practice')
          : t('review.gateway_live', { gateway: t(`common:gateways.${gateway}`) })}
      </p>
      {missing.length > 0 && <Alert color="yellow">{t('review.not_set_up', { channels: names })}</Alert>}
    </>
  )
}
