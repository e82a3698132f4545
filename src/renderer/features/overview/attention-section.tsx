import { Button, UnstyledButton } from '@mantine/core'
import {
  type Icon,
  IconCalendarOff,
  IconChevronRight,
  IconCircleCheck,
  IconClockQuestion,
  IconDatabaseExclamation,
  IconDeviceFloppy,
  IconFileAlert,
  IconHandStop,
  IconHelp,
  IconMoon,
  IconPlayerPause,
  IconPlugConnectedX
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '../../../shared/ipc/views'
import { openPage } from '../../stores/navigation-store'
import { useRunsStore } from '../../stores/runs-store'
import { Foreign } from '../../ui/foreign'
import type { Tone } from '../../ui/status-badge'
import { type AttentionItem, attentionItems } from './attention-items'
import { openAttention } from './attention-target'
import { attentionWords } from './attention-words'
import classes from './attention.module.css'
import { Section } from './section'

const LOOKS: Readonly<Record<AttentionItem['kind'], { readonly tone: Tone; readonly icon: Icon }>> = {
  storage_problem: { tone: 'bad', icon: IconFileAlert },
  emergency: { tone: 'bad', icon: IconHandStop },
  clock: { tone: 'caution', icon: IconClockQuestion },
  paused_all: { tone: 'caution', icon: IconPlayerPause },
  paused: { tone: 'caution', icon: IconPlayerPause },
  standing_still: { tone: 'bad', icon: IconPlugConnectedX },
  channels: { tone: 'caution', icon: IconPlugConnectedX },
  missed: { tone: 'bad', icon: IconCalendarOff },
  unknown: { tone: 'doubt', icon: IconHelp },
  gateway_down: { tone: 'bad', icon: IconPlugConnectedX },
  storage_failed: { tone: 'bad', icon: IconDeviceFloppy },
  disk_low: { tone: 'bad', icon: IconDatabaseExclamation },
  backup_failed: { tone: 'caution', icon: IconDeviceFloppy },
  asleep_likely: { tone: 'caution', icon: IconMoon }
}

interface AttentionSectionProps {
  readonly state: AppState
  /** Says so in one quiet line when nothing needs a look. */
  readonly saysAllIsWell: boolean
}

/** What needs a look, each with the way to it. */
export function AttentionSection({ state, saysAllIsWell }: AttentionSectionProps) {
  const { t } = useTranslation('overview')
  const runs = useRunsStore((store) => store.runs)
  const items = useMemo(() => attentionItems(runs, state), [runs, state])
  if (items.length === 0) return saysAllIsWell ? <AllIsWell /> : null
  return (
    <Section
      title={t('attention.title')}
      action={
        <Button size="compact-sm" variant="subtle" onClick={() => void openPage('attention')}>
          {t('attention.open')}
        </Button>
      }
    >
      <ul className={classes['attentions']}>
        {items.map((item) => (
          <li key={keyOf(item)}>
            <AttentionRow item={item} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function keyOf(item: AttentionItem): string {
  if (item.kind === 'storage_problem') return `${item.kind} ${item.problem.file}`
  return item.kind === 'storage_failed' ? `${item.kind} ${item.file}` : item.kind
}

function AttentionRow({ item }: { readonly item: AttentionItem }) {
  const { t, i18n } = useTranslation(['overview', 'common'])
  const { title, text } = attentionWords(item, t, i18n.language)
  const { tone, icon: Symbol } = LOOKS[item.kind]
  return (
    <UnstyledButton className={classes['attention']} onClick={() => openAttention(item)}>
      <span className={classes['symbol']} data-tone={tone}>
        <Symbol size={18} stroke={1.7} aria-hidden />
      </span>
      <span className={classes['words']}>
        <strong>{title}</strong>{' '}
        <span className={classes['quiet']}>
          <Foreign>{text}</Foreign>
        </span>
      </span>
      <IconChevronRight size={16} stroke={1.7} aria-hidden className={classes['chevron']} />
    </UnstyledButton>
  )
}

function AllIsWell() {
  const { t } = useTranslation('overview')
  return (
    <p className={classes['well']}>
      <span className={classes['wellSymbol']} data-tone="good">
        <IconCircleCheck size={18} stroke={1.7} aria-hidden />
      </span>
      <strong>{t('attention.well')}</strong>{' '}
      <span className={classes['quiet']}>{t('attention.well_text')}</span>
    </p>
  )
}
