import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './editor.module.css'
import { type EditorStep, stepBeside } from './steps'

interface EditorFooterProps {
  readonly step: EditorStep
  readonly onStep: (step: EditorStep) => void
}

/** The way to the steps beside this one; always in sight. */
export function EditorFooter({ step, onStep }: EditorFooterProps) {
  const { t } = useTranslation(['campaigns', 'common'])
  const before = stepBeside(step, -1)
  const after = stepBeside(step, 1)
  return (
    <div className={classes['footer']}>
      {before !== null && (
        <Button variant="default" onClick={() => onStep(before)}>
          {t('actions.back', { ns: 'common' })}
        </Button>
      )}
      {after !== null && (
        <Button
          className={classes['next']}
          aria-keyshortcuts="Control+Enter"
          rightSection={<IconArrowRight size={16} aria-hidden />}
          onClick={() => onStep(after)}
        >
          {t('editor.next')}
        </Button>
      )}
    </div>
  )
}
