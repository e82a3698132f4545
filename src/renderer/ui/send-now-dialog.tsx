import { Alert } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Approval } from '../../shared/domain/rehearsal'
import type { SendPlan } from '../../shared/ipc/views'
import type { Result } from '../../shared/result'
import { CallsTick } from './calls-tick'
import { ReachByChannel } from './reach-by-channel'
import { SendDialog } from './send-dialog'
import classes from './send-now-dialog.module.css'
import { SkipGroups } from './skip-groups'

interface SendNowDialogProps<Plan extends SendPlan> {
  readonly title: string
  readonly prepare: () => Promise<Result<Plan>>
  /** What the plan says to the operator, in a sentence. */
  readonly children: (plan: Plan) => ReactNode
  readonly confirm: string
  readonly send: (plan: Plan, approval: Approval) => Promise<Result<unknown>>
  readonly onClose: () => void
}

/** A run that is about to begin by hand: to how many, who is left out, and a yes of its own to the AI calls. */
export function SendNowDialog<Plan extends SendPlan>(props: SendNowDialogProps<Plan>) {
  const { title, prepare, children, confirm, send, onClose } = props
  const { t } = useTranslation()
  const [isTicked, setTicked] = useState(false)
  const [isMissed, setMissed] = useState(false)
  const sendApproved = async (plan: Plan) => {
    const calls = plan.calls_to_approve
    if (calls > 0 && !isTicked) {
      setMissed(true)
      return null
    }
    return send(plan, { ai_calls: calls > 0 ? calls : null })
  }
  return (
    <SendDialog
      title={title}
      prepare={prepare}
      isPossible={reachesAnybody}
      confirm={confirm}
      send={sendApproved}
      onClose={onClose}
    >
      {(plan) => (
        <>
          {children(plan)}
          <ReachByChannel reachable={plan.sent_by_channel} flow={plan.flow} />
          {!reachesAnybody(plan) && <Alert color="yellow">{t('send.nobody')}</Alert>}
          {plan.skipped.length > 0 && (
            <details className={classes['leftOut']}>
              <summary>
                {t('send.left_out')}
                <IconChevronRight size={15} aria-hidden />
              </summary>
              <SkipGroups groups={plan.skipped} />
            </details>
          )}
          <CallsTick
            count={plan.calls_to_approve}
            isCertain={plan.calls_to_approve === plan.sent_by_channel.ai_call}
            isOnce
            ticked={isTicked}
            isMissed={isMissed && !isTicked}
            onTick={setTicked}
          />
        </>
      )}
    </SendDialog>
  )
}

const reachesAnybody = ({ sent_by_channel: sent }: SendPlan): boolean =>
  Object.values(sent).some((count) => count > 0)
