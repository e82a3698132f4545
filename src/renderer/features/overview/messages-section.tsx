import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayOfMessages } from '../../../shared/domain/calendar'
import { loadDailyMessages } from '../../stores/daily-messages'
import { StackedBars } from '../../ui/chart/stacked-bars'
import { Badge } from '../../ui/status-badge'
import { dayColumns, type Division, DIVISIONS, isEmpty, messageSeries, totalInAll } from './message-plot'
import classes from './overview.module.css'
import { Section } from './section'
import { useDailyMessages } from './use-daily-messages'

const PLOT_HEIGHT_PX = 236

/** The messages of the last days, by what became of them or by channel. */
export function MessagesSection() {
  const { t } = useTranslation('overview')
  const { days, error, isPractice } = useDailyMessages()
  const [division, setDivision] = useState<Division>('outcome')
  return (
    <Section
      area="messages"
      title={t('messages.title')}
      beside={isPractice && <Badge tone="caution">{t('messages.practice')}</Badge>}
      action={
        <SegmentedControl
          size="xs"
          aria-label={t('messages.division')}
          data={DIVISIONS.map((value) => ({ value, label: t(`messages.by_${value}`) }))}
          value={division}
          onChange={setDivision}
        />
      }
    >
      {error !== null && <Uncounted />}
      {error === null && days === null && <Skeleton height={PLOT_HEIGHT_PX} radius="md" />}
      {error === null && days !== null && (
        <Messages days={days} division={division} isPractice={isPractice} />
      )}
    </Section>
  )
}

interface MessagesProps {
  readonly days: readonly DayOfMessages[]
  readonly division: Division
  readonly isPractice: boolean
}

function Messages({ days, division, isPractice }: MessagesProps) {
  const { t, i18n } = useTranslation(['overview', 'common'])
  const columns = useMemo(() => dayColumns(days, i18n.language), [days, i18n.language])
  const series = useMemo(
    () =>
      messageSeries(days, division, (part) =>
        part === 'whatsapp' || part === 'telegram' || part === 'ai_call'
          ? t(`common:channels.${part}`)
          : t(`common:delivery_state.${part}`)
      ),
    [days, division, t]
  )
  if (isEmpty(days))
    return <p className={classes['none']}>{t(isPractice ? 'messages.none_practice' : 'messages.none')}</p>
  return (
    <>
      <p className={classes['headline']}>{t('messages.sent', { count: totalInAll(days, 'sent') })}</p>
      <StackedBars
        label={t(`messages.label_${division}`)}
        heading={t('messages.day')}
        columns={columns}
        series={series}
        height={PLOT_HEIGHT_PX}
        whenEmpty={t('messages.none_sent')}
      />
    </>
  )
}

function Uncounted() {
  const { t } = useTranslation(['overview', 'common'])
  return (
    <p className={classes['uncounted']}>
      {t('messages.failed')}
      <Button size="compact-sm" variant="default" onClick={() => void loadDailyMessages()}>
        {t('common:actions.try_again')}
      </Button>
    </p>
  )
}
