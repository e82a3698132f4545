import { Alert, Button, Progress, SegmentedControl } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GatewayId } from '../../../../shared/domain/settings'
import type { RehearsalRules } from '../../../../shared/domain/rehearsal'
import type { CampaignInput } from '../../../stores/campaigns-store'
import { askedOf, forgetRehearsal, startRehearsal, useRehearsalStore } from '../../../stores/rehearsal-store'
import { errorText } from '../../../ui/error-text'
import { RehearsalResult } from './rehearsal-result'
import classes from './review.module.css'

interface RehearsalSectionProps {
  readonly draft: CampaignInput
  readonly gateway: GatewayId
  readonly isPossible: boolean
}

/** The next week, played through: when what would leave, who would be left out, when it would be over. */
export function RehearsalSection({ draft, gateway, isPossible }: RehearsalSectionProps) {
  const { t } = useTranslation('rehearsal')
  const { status, share, rehearsal, error, asked } = useRehearsalStore()
  const [rules, setRules] = useState<RehearsalRules>('as_live')
  const isPractice = gateway === 'practice'
  const isStale = status === 'done' && asked !== askedOf(draft)
  // What was played for one campaign says nothing about another.
  useEffect(() => forgetRehearsal, [])

  return (
    <section className={classes['rehearsal']} aria-label={t('title')}>
      <div className={classes['rehearsalHead']}>
        <div className={classes['rehearsalWords']}>
          <h3 className={classes['title']}>{t('title')}</h3>
          <p className={classes['quiet']}>{t('text')}</p>
        </div>
        {status !== 'running' && (
          <Button
            variant="default"
            disabled={!isPossible}
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={() => void startRehearsal(draft, isPractice ? rules : 'as_set_up')}
          >
            {t(status === 'done' ? 'again' : 'start')}
          </Button>
        )}
      </div>
      {isPractice && status !== 'running' && (
        <SegmentedControl
          size="xs"
          aria-label={t('rules.label')}
          data={[
            { value: 'as_live', label: t('rules.as_live') },
            { value: 'as_set_up', label: t('rules.as_set_up') }
          ]}
          value={rules}
          onChange={setRules}
        />
      )}
      {status === 'running' && (
        <div className={classes['progress']}>
          <Progress value={share * 100} aria-label={t('running')} animated />
          <Button size="compact-sm" variant="default" onClick={forgetRehearsal}>
            {t('cancel')}
          </Button>
        </div>
      )}
      {status === 'failed' && error !== null && <Alert color="red">{errorText(error)}</Alert>}
      {isStale && <Alert color="yellow">{t('stale')}</Alert>}
      {status === 'done' && rehearsal !== null && <RehearsalResult rehearsal={rehearsal} />}
    </section>
  )
}
