import { Kbd, Modal } from '@mantine/core'
import type { ParseKeys, TFunction } from 'i18next'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { type KeyStroke, SHORTCUTS } from './shortcut-list'
import { hideShortcuts, useShortcutsStore } from './shortcuts-store'
import classes from './shortcuts.module.css'

type T = TFunction<['shortcuts', 'common']>

/** Every key that does something, by where it works. */
export function ShortcutsDialog() {
  const { t } = useTranslation(['shortcuts', 'common'])
  const isOpen = useShortcutsStore((state) => state.isOpen)
  return (
    <Modal
      opened={isOpen}
      onClose={hideShortcuts}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <div className={classes['groups']}>
        {Object.entries(SHORTCUTS).map(([group, shortcuts]) => (
          <section key={group} className={classes['group']} aria-label={words(t, `groups.${group}`)}>
            <h3>{words(t, `groups.${group}`)}</h3>
            <dl>
              {Object.entries<readonly KeyStroke[]>(shortcuts).map(([name, strokes]) => (
                <div key={name} className={classes['shortcut']}>
                  <dt>{words(t, `${group}.${name}`)}</dt>
                  <dd>
                    {strokes.map((stroke, place) => (
                      <Fragment key={place}>
                        {place > 0 && ' '}
                        <Stroke stroke={stroke} t={t} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function Stroke({ stroke, t }: { readonly stroke: KeyStroke; readonly t: T }) {
  return (
    <span className={classes['stroke']}>
      {stroke.map((key, place) => (
        <Kbd key={place} size="xs">
          {typeof key === 'string' ? t(`keys.${key}`) : key.sign}
        </Kbd>
      ))}
    </span>
  )
}

/** The list and the catalogue have the same names; a test holds them together. */
const words = (t: T, key: string): string => t(key as ParseKeys<'shortcuts'>)
