import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HealthLevel, HealthPart } from '../../../shared/domain/health-level'
import type { Page } from '../../../shared/ipc/pages'
import { openPage } from '../../stores/navigation-store'
import { Badge, type Tone } from '../../ui/status-badge'
import type { HealthWords } from './health-words'
import classes from './health.module.css'

const TONES: Readonly<Record<HealthLevel, Tone>> = { good: 'good', look: 'caution', bad: 'bad' }

/** Where something can be done about a part. */
const PAGES = {
  backup: 'settings',
  gateway: 'settings',
  next: 'campaigns',
  runs: 'runs'
} as const satisfies Partial<Record<HealthPart, Page>>

const hasPage = (part: HealthPart): part is keyof typeof PAGES => part in PAGES

interface HealthRowProps {
  readonly part: HealthPart
  readonly level: HealthLevel
  readonly words: HealthWords
}

/** One part: its name, one word for how it is, the facts, and what to do. */
export function HealthRow({ part, level, words }: HealthRowProps) {
  const { t } = useTranslation('health')
  return (
    <li className={classes['row']} data-level={level}>
      <div className={classes['head']}>
        <h2>{t(`parts.${part}`)}</h2>
        <Badge tone={TONES[level]}>{t(`levels.${level}`)}</Badge>
      </div>
      <div className={classes['facts']} data-selectable>
        {words.facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
        {words.advice !== undefined && <p className={classes['advice']}>{words.advice}</p>}
      </div>
      {hasPage(part) && (
        <Button
          className={classes['go']}
          size="compact-sm"
          variant="subtle"
          rightSection={<IconArrowRight size={15} aria-hidden />}
          onClick={() => void openPage(PAGES[part])}
        >
          {t(`actions.${part}`)}
        </Button>
      )}
    </li>
  )
}
