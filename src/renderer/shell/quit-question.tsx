import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { answerQuit, noteQuitAsked, useQuitStore } from '../stores/quit-store'

/** Asks before the operator ends Loa in the middle of a run, and says what becomes of it. */
export function QuitQuestion() {
  const { t } = useTranslation()
  const { open_runs: openRuns, asked } = useQuitStore()
  useEffect(() => {
    if (openRuns !== null) noteQuitAsked()
  }, [openRuns, asked])
  if (openRuns === null) return null
  return (
    <Modal
      opened
      centered
      title={t('quit_question.title')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
      onClose={() => answerQuit('stay')}
    >
      <Stack gap="md">
        <Text size="sm">{t('quit_question.body', { count: openRuns })}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={() => answerQuit('stay')}>
            {t('quit_question.cancel')}
          </Button>
          <Button color="red" onClick={() => answerQuit('quit')}>
            {t('quit_question.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
