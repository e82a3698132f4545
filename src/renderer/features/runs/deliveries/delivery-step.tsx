import { UnstyledButton } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { DeliveryStep } from '../../../../shared/domain/delivery'
import { openPage } from '../../../stores/navigation-store'
import { CopyButton } from '../../../ui/copy-button'
import { durationText } from '../../../ui/duration-text'
import { Foreign } from '../../../ui/foreign'
import type { Tone } from '../../../ui/status-badge'
import { ExactTime } from './exact-time'
import { reasonWords } from './reason-words'
import classes from './delivery-drawer.module.css'

type Request = Extract<DeliveryStep, { kind: 'request' }>

const RESULT_TONES: Readonly<Record<Request['result'], Tone>> = {
  sending: 'busy',
  sent: 'good',
  failed: 'bad',
  unknown: 'doubt',
  waiting: 'caution'
}

const STEP_TONES: Readonly<Record<Exclude<DeliveryStep['kind'], 'request'>, Tone>> = {
  skipped: 'neutral',
  failed: 'bad',
  unknown: 'doubt',
  arrived: 'good',
  again: 'busy',
  claimed: 'neutral'
}

interface DeliveryStepProps {
  readonly step: DeliveryStep
  /** Which request it is, counted from 1. */
  readonly number: number
  /** When the step before it was; absent for the first. */
  readonly before: string | undefined
}

/** One request with what came of it, or one decision. */
export function DeliveryStepItem({ step, number, before }: DeliveryStepProps) {
  const { t } = useTranslation('runs')
  const { t: ofMessages } = useTranslation('message')
  const isRequest = step.kind === 'request'
  return (
    <li
      className={classes['step']}
      data-tone={isRequest ? RESULT_TONES[step.result] : STEP_TONES[step.kind]}
      data-selectable
    >
      <div className={classes['stepHead']}>
        <strong>{isRequest ? t(`steps.request.${step.result}`, { number }) : t(`steps.${step.kind}`)}</strong>
        <ExactTime at={step.at} beside={before} />
      </div>
      {isRequest && <RequestFacts request={step} />}
      {(step.kind === 'skipped' || step.kind === 'failed' || step.kind === 'unknown') &&
        step.reason !== undefined && <p>{reasonWords(step.reason, t, ofMessages)}</p>}
      {step.kind === 'claimed' && (
        <UnstyledButton
          className={classes['link']}
          onClick={() => void openPage('runs', { run_id: step.by })}
        >
          {t('open_retry')}
        </UnstyledButton>
      )}
    </li>
  )
}

/** What is known of an answer, on one line: `Refused by the gateway · status 429 · after 312 ms`. */
function factsOf(
  { reason, status_code: code, duration_ms: durationMs }: Request,
  t: TFunction<'runs'>,
  language: string
): string {
  return [
    reason === undefined ? '' : t(`reason_short.${reason.code}`),
    code === undefined ? '' : t('steps.code', { code }),
    durationMs === undefined ? '' : t('steps.after', { duration: durationText(durationMs, language) })
  ]
    .filter((fact) => fact !== '')
    .join(' · ')
}

function RequestFacts({ request }: { readonly request: Request }) {
  const { t, i18n } = useTranslation('runs')
  const { reason, answer = '', until } = request
  const facts = factsOf(request, t, i18n.language)
  const words = reason?.detail ?? ''
  return (
    <>
      {facts !== '' && <p>{facts}</p>}
      {words !== '' && words !== answer && (
        <p>
          <q dir="auto">{words}</q>
        </p>
      )}
      {answer !== '' && (
        <div className={classes['answer']}>
          <code>
            <Foreign>{answer}</Foreign>
          </code>
          <CopyButton text={answer} label={t('detail.copy_answer')} />
        </div>
      )}
      {until !== undefined && (
        <p>
          {t('steps.until')} <ExactTime at={until} beside={request.at} />
        </p>
      )}
    </>
  )
}
