import { Kbd, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openPalette } from './palette-store'
import classes from './palette.module.css'

/** Opens the palette, and tells the key by which it opens from everywhere. */
export function PaletteButton({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation('palette')
  return (
    <Tooltip label={`${t('button')} · ${t('keys')}`} position="right" disabled={!narrow}>
      <UnstyledButton
        className={classes['button']}
        data-narrow={narrow || undefined}
        aria-keyshortcuts="Control+K"
        onClick={openPalette}
      >
        <IconSearch size={narrow ? 19 : 16} stroke={1.7} aria-hidden />
        {narrow ? (
          <VisuallyHidden>{t('button')}</VisuallyHidden>
        ) : (
          <>
            <span className={classes['buttonLabel']}>{t('button')}</span>
            <Kbd size="xs" aria-hidden>
              {t('keys')}
            </Kbd>
          </>
        )}
      </UnstyledButton>
    </Tooltip>
  )
}
