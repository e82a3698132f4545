import { Button } from '@mantine/core'
import { IconEraser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PersonCard } from './person-card'
import classes from './person-page.module.css'

/** What a person may ask for that a deletion does not do. */
export function EraseCard({ onErase }: { readonly onErase: () => void }) {
  const { t } = useTranslation('backup')
  return (
    <PersonCard title={t('erase.card_title')}>
      <p className={classes['note']}>{t('erase.card_text')}</p>
      <Button
        mt={10}
        w="fit-content"
        size="compact-sm"
        variant="light"
        color="red"
        leftSection={<IconEraser size={15} aria-hidden />}
        onClick={onErase}
      >
        {t('erase.button')}
      </Button>
    </PersonCard>
  )
}
