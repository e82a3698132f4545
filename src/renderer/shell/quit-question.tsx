import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { openRunsSaid } from '../../shared/domain/open-runs'
import { answerQuit, noteQuitAsked, useQuitStore } from '../stores/quit-store'

/** Asks before the operator ends Loa in the middle of a run, or with input that is not saved, and says what becomes of it. */
export function QuitQuestion() {
  const { t } = useTranslation()
  const { question, asked } = useQuitStore()
  useEffect(() => {
    if (question !== null) noteQuitAsked()
  }, [question, asked])
  if (question === null) return null
  const { runs, unsaved } = question
  const said = openRunsSaid(runs).map(({ key, count }) => t(key, { count }))
  return (
    <Modal
      opened
      centered
      title={t(runs.running > 0 ? 'quit_question.title' : 'quit_question.title_unsaved')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
      onClose={() => answerQuit('stay')}
    >
      <Stack gap="md">
        {unsaved.map((what) => (
          <Text key={what} size="sm">
            {t(`quit_question.unsaved.${what}`)}
          </Text>
        ))}
        {runs.running > 0 && <Text size="sm">{t('quit_question.body', { runs: said.join(', ') })}</Text>}
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
