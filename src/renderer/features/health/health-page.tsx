import { Button } from '@mantine/core'
import { IconCopy, IconRefresh } from '@tabler/icons-react'
import i18next, { type TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { diagnosticsText } from '../../../shared/domain/diagnostics'
import type { Health } from '../../../shared/domain/health'
import { HEALTH_PARTS, type HealthLevel, healthLevels, worstLevel } from '../../../shared/domain/health-level'
import { formatTimeWithSeconds } from '../../../shared/text/date-format'
import { loa } from '../../api'
import { loadHealth, useHealthStore } from '../../stores/health-store'
import { useLocalZone } from '../../stores/settings-store'
import { LoadFailure } from '../../ui/load-failure'
import { LoadingRows } from '../../ui/loading-rows'
import { Page } from '../../ui/page'
import { PageHeader } from '../../ui/page-header'
import { reportFailure } from '../../ui/report-failure'
import { showToast } from '../../ui/toast'
import { everyWhileVisible } from '../../while-visible'
import { HealthRow } from './health-row'
import { healthWords } from './health-words'
import classes from './health.module.css'

const LOOK_EVERY_MS = 5_000

/** How Loa itself is doing, in one plain word for each part. */
export function HealthPage() {
  const { t } = useTranslation('health')
  const { health, status, error } = useHealthStore()

  useEffect(() => {
    void loadHealth()
    return everyWhileVisible(LOOK_EVERY_MS, () => void loadHealth())
  }, [])

  if (health !== null) return <LookedAt health={health} />
  return (
    <Page header={<PageHeader title={t('title')} description={t('description')} />}>
      {status === 'failed' && error !== null ? (
        <LoadFailure error={error} onRetry={() => void loadHealth()} />
      ) : (
        <LoadingRows height={64} rows={8} />
      )}
    </Page>
  )
}

function LookedAt({ health }: { readonly health: Health }) {
  const { t, i18n } = useTranslation(['health', 'common'])
  const { t: ofCommon } = useTranslation()
  const zone = useLocalZone()
  const levels = healthLevels(health)
  const tongue = { health, t, ofCommon, language: i18n.language, zone }

  const copy = async () => {
    const copied = reportFailure(await loa.copyText(diagnosticsText(health)))
    if (copied.ok) showToast({ message: () => i18next.t('health:copied') })
  }
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          description={overall(Object.values(levels), t)}
          actions={
            <>
              <Button
                variant="default"
                leftSection={<IconRefresh size={16} aria-hidden />}
                onClick={() => void loadHealth()}
              >
                {t('look_again')}
              </Button>
              <Button leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void copy()}>
                {t('copy')}
              </Button>
            </>
          }
        />
      }
    >
      <div className={classes['content']}>
        <ul className={classes['rows']} aria-label={t('list_label')}>
          {HEALTH_PARTS.map((part) => (
            <HealthRow
              key={part}
              part={part}
              level={levels[part]}
              words={healthWords(part, levels[part], tongue)}
            />
          ))}
        </ul>
        <Versions health={health} />
        <p className={classes['note']}>
          {t('copy_hint')}
          <br />
          {t('checked', { time: formatTimeWithSeconds(new Date(health.checked_at), zone, i18n.language) })}
        </p>
      </div>
    </Page>
  )
}

/** The whole in one sentence: the worst of it, counted. */
function overall(levels: readonly HealthLevel[], t: TFunction<'health'>): string {
  const worst = worstLevel(levels)
  const count = levels.filter((level) => level === worst).length
  if (worst === 'good') return t('all_good')
  return worst === 'bad' ? t('some_bad', { count }) : t('some_look', { count })
}

function Versions({ health: { versions } }: { readonly health: Health }) {
  const { t } = useTranslation('health')
  const names = ['app', 'electron', 'chromium', 'node', 'system'] as const
  return (
    <section aria-label={t('versions.title')} className={classes['versions']}>
      <h2>{t('versions.title')}</h2>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`versions.${name}`)}</dt>
            <dd data-selectable>{versions[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
