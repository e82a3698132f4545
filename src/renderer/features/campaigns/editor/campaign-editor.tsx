import { ActionIcon, Alert, Button, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAllowedMove } from '../../../../shared/domain/campaign'
import type { CampaignView } from '../../../../shared/ipc/views'
import { useLocalZone } from '../../../stores/settings-store'
import { Page } from '../../../ui/page'
import { PageHeader } from '../../../ui/page-header'
import { CampaignStatusBadge } from '../../../ui/status-badge'
import { useEscape } from '../../../ui/use-escape'
import { useLeaveGuard } from '../../../ui/use-leave-guard'
import { useCampaignForm } from '../campaign-form'
import { newCampaignValues, scheduleOf, valuesOf } from '../campaign-values'
import { ChannelsSection } from './channels-section'
import { ContactsSection } from './contacts-section'
import classes from './editor.module.css'
import { EditorSection } from './editor-section'
import { MessageSection } from './message-section'
import { PoliciesSection } from './policies-section'
import { SchedulePreview } from './schedule-preview'
import { ScheduleSection } from './schedule-section'
import { useSaving } from './use-saving'
import { useSchedulePreview } from './use-schedule-preview'

interface CampaignEditorProps {
  /** The campaign as stored; null while a new one has not been saved. */
  readonly saved: CampaignView | null
  readonly onLeave: () => void
}

/** One campaign on one page: message, contacts, channels, schedule, and beside them when it would run. */
export function CampaignEditor({ saved, onLeave }: CampaignEditorProps) {
  const { t } = useTranslation('campaigns')
  const localZone = useLocalZone()
  const [initial] = useState(() =>
    saved === null ? newCampaignValues(new Date(), localZone) : valuesOf(saved.campaign)
  )
  const form = useCampaignForm(initial)
  const preview = useSchedulePreview(scheduleOf(form.values))
  const mayLeave = useLeaveGuard(() => form.isDirty())
  const saving = useSaving({ form, saved, preview: preview.occurrences })

  const leave = async () => {
    if (await mayLeave()) onLeave()
  }
  const saveAndLeave = async (activate: boolean) => {
    if (await saving.save(activate)) onLeave()
  }
  useEscape(() => void leave())
  useHotkeys([['mod+S', () => void saving.save(false)]], [])

  const typedName = form.values.name.trim()
  const name = typedName === '' ? (saved?.campaign.name ?? t('editor.new_title')) : typedName
  const status = saved?.campaign.status ?? 'draft'
  const canActivate = isAllowedMove(status, 'active')
  return (
    <Page
      header={
        <PageHeader
          before={
            <ActionIcon
              variant="subtle"
              color="gray"
              size={34}
              aria-label={t('editor.back')}
              onClick={() => void leave()}
            >
              <IconArrowLeft size={20} aria-hidden />
            </ActionIcon>
          }
          title={name}
          beside={<CampaignStatusBadge status={status} />}
          actions={
            <>
              <Button
                variant={canActivate ? 'default' : 'filled'}
                disabled={saving.busy}
                onClick={() => void saveAndLeave(false)}
              >
                {t('editor.save')}
              </Button>
              {canActivate && (
                <Button disabled={saving.busy} onClick={() => void saveAndLeave(true)}>
                  {t('editor.save_and_activate')}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <form
        className={classes['editor']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void saving.save(false)
        }}
      >
        <div className={classes['sections']}>
          {saving.problem !== null && (
            <Alert color="red" role="alert">
              {saving.problem}
            </Alert>
          )}
          {status === 'active' && (
            <Alert color="iris" icon={<IconInfoCircle aria-hidden />}>
              {t('editor.active_note')}
            </Alert>
          )}
          <EditorSection title={t('editor.sections.message')}>
            <TextInput
              label={t('editor.name')}
              placeholder={t('editor.name_placeholder')}
              autoFocus={saved === null}
              {...form.getInputProps('name')}
            />
            <MessageSection form={form} />
          </EditorSection>
          <EditorSection title={t('editor.sections.contacts')}>
            <ContactsSection form={form} />
          </EditorSection>
          <EditorSection title={t('editor.sections.channels')} description={t('editor.channels_hint')}>
            <ChannelsSection form={form} />
          </EditorSection>
          <EditorSection title={t('editor.sections.schedule')}>
            <ScheduleSection form={form} previewErrors={preview.errors} />
          </EditorSection>
          <EditorSection title={t('editor.sections.policies')}>
            <PoliciesSection form={form} />
          </EditorSection>
        </div>
        <SchedulePreview schedule={scheduleOf(form.values)} preview={preview} />
      </form>
    </Page>
  )
}
