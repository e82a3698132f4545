import { Button, Loader } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS, type ChannelId } from '../../../shared/domain/channel'
import type { ConnectionTest } from '../../../shared/ipc/views'
import { loa } from '../../api'
import { ChannelIcon } from '../../ui/channel-icon'
import { durationText } from '../../ui/duration-text'
import { reportFailure } from '../../ui/report-failure'
import type { Tone } from '../../ui/status-badge'
import type { SettingsForm } from './use-settings-draft'
import classes from './settings.module.css'

interface Attempt {
  /** The gateway and addresses that were tested: a result says nothing about others. */
  readonly subject: string
  /** Null while it goes on. */
  readonly test: ConnectionTest | null
}

const SIGNS = {
  ok: { icon: IconCircleCheck, tone: 'good' },
  reachable: { icon: IconPlugConnected, tone: 'good' },
  failed: { icon: IconCircleX, tone: 'bad' },
  not_set_up: { icon: IconCircleDashed, tone: 'neutral' }
} as const satisfies Record<ConnectionTest['outcome'], { icon: unknown; tone: Tone }>

function TestResult({ test }: { readonly test: ConnectionTest }) {
  const { t, i18n } = useTranslation(['settings', 'reasons'])
  const { icon: Symbol, tone } = SIGNS[test.outcome]
  const facts = [
    ...(test.status_code === undefined ? [] : [t('test.code', { code: test.status_code })]),
    ...(test.duration_ms === undefined ? [] : [durationText(test.duration_ms, i18n.language)]),
    ...(test.url === '' ? [] : [test.url])
  ]
  return (
    <span className={classes['result']} data-tone={tone} data-selectable>
      <Symbol size={17} stroke={1.8} aria-hidden />
      <span>
        {t(`test.outcomes.${test.outcome}`)}
        {test.reason !== undefined && ` ${t(`reasons:${test.reason}`)}`}
        {facts.length > 0 && <span className={classes['resultFacts']}>{facts.join(' · ')}</span>}
      </span>
    </span>
  )
}

/** Tries what is typed, saved or not, channel by channel. */
export function ConnectionTests({ form }: { readonly form: SettingsForm }) {
  const { t } = useTranslation(['settings', 'common'])
  const [attempts, setAttempts] = useState<Partial<Record<ChannelId, Attempt>>>({})
  const { checked } = form
  const { gateway, gateways, timeouts_s } = form.values
  const subject = JSON.stringify([gateway, gateways, timeouts_s])

  const test = async (channel: ChannelId) => {
    if (!checked.ok) return
    setAttempts((known) => ({ ...known, [channel]: { subject, test: null } }))
    const result = reportFailure(await loa.testConnection(channel, checked.patch))
    setAttempts((known) => {
      if (result.ok) return { ...known, [channel]: { subject, test: result.value } }
      const { [channel]: gone, ...others } = known
      return gone === undefined ? known : others
    })
  }

  return (
    <div className={classes['tests']}>
      <h3>{t('test.title')}</h3>
      <p className={classes['hint']}>{t('test.never_sends')}</p>
      {CHANNEL_IDS.map((channel) => {
        const attempt = attempts[channel]
        const current = attempt?.subject === subject ? attempt : undefined
        const isBusy = current?.test === null
        return (
          <div key={channel} className={classes['test']}>
            <Button
              variant="default"
              size="xs"
              className={classes['testButton']}
              justify="start"
              leftSection={<ChannelIcon channel={channel} size={15} />}
              disabled={!checked.ok || isBusy}
              onClick={() => void test(channel)}
            >
              {t(`test.buttons.${channel}`)}
            </Button>
            <div className={classes['testResult']} role="status">
              {isBusy && (
                <span className={classes['result']} data-tone="neutral">
                  <Loader size={15} color="gray" aria-hidden /> {t('test.busy')}
                </span>
              )}
              {current?.test && <TestResult test={current.test} />}
            </div>
          </div>
        )
      })}
    </div>
  )
}
