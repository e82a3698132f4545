import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditorDraftNote } from '../../../shared/ipc/views'
import { formatRelative } from '../../../shared/text/date-format'
import { loa } from '../../api'
import { NEW_CAMPAIGN } from '../../stores/editor-drafts-store'
import { useLocalZone } from '../../stores/settings-store'
import { useNow } from '../../ui/use-now'
import { discardDraft } from './campaign-commands'
import classes from './campaigns.module.css'
import { newCampaignValues } from './campaign-values'
import { readDraft } from './editor/kept-draft'

const MINUTE_MS = 60_000

interface UnfinishedCampaignProps {
  readonly note: EditorDraftNote
  /** Null for one that was never saved. */
  readonly onContinue: (id: string | null) => void
}

/** A campaign that was begun and never saved: go on with it, or let it go. */
export function UnfinishedCampaign({ note, onContinue }: UnfinishedCampaignProps) {
  const { t, i18n } = useTranslation('campaigns')
  const now = useNow(MINUTE_MS)
  const name = useDraftName(note)
  const isNew = note.key === NEW_CAMPAIGN
  const title = t('unfinished.title')
  const time = formatRelative(new Date(note.at), new Date(now), i18n.language)
  return (
    <section className={classes['unfinished']} aria-label={title}>
      <IconPencil size={20} stroke={1.6} aria-hidden />
      <div className={classes['unfinishedWords']}>
        <div className={classes['unfinishedTitle']}>
          {title} {name === '' ? t('unfinished.unnamed') : t('unfinished.named', { name })}
        </div>
        <div className={classes['unfinishedTime']}>
          {t(isNew ? 'unfinished.text' : 'unfinished.orphan', { time })}
        </div>
      </div>
      <Button size="xs" variant="subtle" color="gray" onClick={() => void discardDraft(note.key)}>
        {t('unfinished.discard')}
      </Button>
      <Button size="xs" variant="default" onClick={() => onContinue(isNew ? null : note.key)}>
        {t('unfinished.continue')}
      </Button>
    </section>
  )
}

/** The name that was typed; empty while it is not known, or was not typed. */
function useDraftName({ key, at }: EditorDraftNote): string {
  const zone = useLocalZone()
  const [name, setName] = useState('')
  useEffect(() => {
    let isCurrent = true
    void loa.getEditorDraft(key).then((result) => {
      if (!isCurrent || !result.ok || result.value === null) return
      const kept = readDraft(result.value.values, newCampaignValues(new Date(), zone))
      setName(kept?.values.name.trim() ?? '')
    })
    return () => {
      isCurrent = false
    }
  }, [key, at, zone])
  return name
}
