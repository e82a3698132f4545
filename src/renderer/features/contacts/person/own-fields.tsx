import { ActionIcon, Button, Text, TextInput, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { CONTACT_LIMITS, FULL_NAME } from '../../../../shared/domain/contact'
import type { ContactForm } from './contact-form'
import classes from './person-page.module.css'

/** What the operator keeps about people beyond the fields that everybody has: rows of name and value. */
export function OwnFields({ form }: { readonly form: ContactForm }) {
  const { t } = useTranslation('person')
  const addButton = useRef<HTMLButtonElement>(null)
  const { own } = form.values
  const add = () => {
    const index = own.length
    form.insertListItem('own', { id: crypto.randomUUID(), name: '', value: '' })
    requestAnimationFrame(() => form.getInputNode(`own.${index}.name`)?.focus())
  }
  const remove = (index: number) => {
    form.removeListItem('own', index)
    addButton.current?.focus()
  }
  return (
    <div className={classes['own']} role="group" aria-label={t('own.title')}>
      <div>
        <Text fw={600} size="sm">
          {t('own.title')}
        </Text>
        <Text c="dimmed" size="xs">
          {t('own.hint')}
        </Text>
      </div>
      {own.map(({ id, name }, index) => {
        const shown = name === FULL_NAME ? t('own.full_name') : name.trim() || t('own.unnamed')
        return (
          <div key={id} className={classes['ownRow']}>
            {name === FULL_NAME ? (
              <span className={classes['ownName']}>{shown}</span>
            ) : (
              <TextInput
                aria-label={t('own.name_of', { index: index + 1 })}
                placeholder={t('own.name')}
                maxLength={CONTACT_LIMITS.custom_name}
                {...form.getInputProps(`own.${index}.name`)}
              />
            )}
            <TextInput
              aria-label={t('own.value_of', { name: shown })}
              placeholder={t('own.value')}
              maxLength={CONTACT_LIMITS.custom_value}
              {...form.getInputProps(`own.${index}.value`)}
            />
            <Tooltip label={t('own.remove', { name: shown })}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={t('own.remove', { name: shown })}
                onClick={() => remove(index)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </div>
        )
      })}
      {form.errors['own'] !== undefined && (
        <Text c="red" size="xs" role="alert">
          {form.errors['own']}
        </Text>
      )}
      <div>
        <Button
          ref={addButton}
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={own.length >= CONTACT_LIMITS.custom_fields}
          onClick={add}
        >
          {t('own.add')}
        </Button>
      </div>
    </div>
  )
}
