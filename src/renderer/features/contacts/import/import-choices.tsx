import { Radio, Stack, Switch, TagsInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CONTACT_LIMITS } from '../../../../shared/domain/contact'
import type { ImportOptions } from '../../../../shared/domain/contact-import'
import { useContactsStore } from '../../../stores/contacts-store'
import wizard from './wizard.module.css'
import classes from './columns-step.module.css'

interface ImportChoicesProps {
  readonly options: ImportOptions
  readonly onChange: (part: Partial<ImportOptions>) => void
}

const NAME_ORDERS = ['family_first', 'given_first'] as const satisfies readonly ImportOptions['name_order'][]
const KNOWN = ['merge', 'overwrite', 'skip'] as const satisfies readonly ImportOptions['known'][]
/** What parts tags wherever several stand in one field. */
const TAG_SEPARATORS = [',', ';', '|']

/** What holds for everybody in the file. */
export function ImportChoices({ options, onChange }: ImportChoicesProps) {
  const { t } = useTranslation('import')
  const id = useId()
  const tags = useContactsStore((state) => state.tags)
  const hasFullName = options.columns.some(({ target }) => target === 'full_name')
  return (
    <section className={classes['choices']} aria-labelledby={id}>
      <h3 id={id} className={wizard['sectionTitle']}>
        {t('choices.title')}
      </h3>
      <Stack gap={22} mt={10}>
        {hasFullName && (
          <Radio.Group
            label={t('choices.name_order')}
            value={options.name_order}
            onChange={(value) => {
              const order = NAME_ORDERS.find((each) => each === value)
              if (order !== undefined) onChange({ name_order: order })
            }}
          >
            <Stack gap={8} mt={8}>
              {NAME_ORDERS.map((order) => (
                <Radio
                  key={order}
                  value={order}
                  label={t(`choices.${order}`)}
                  description={t(`choices.${order}_example`)}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Switch
          label={t('choices.phone_as_whatsapp')}
          description={t('choices.phone_as_whatsapp_hint')}
          checked={options.phone_as_whatsapp}
          onChange={(event) => onChange({ phone_as_whatsapp: event.currentTarget.checked })}
        />
        <Radio.Group
          label={t('choices.known')}
          value={options.known}
          onChange={(value) => {
            const known = KNOWN.find((each) => each === value)
            if (known !== undefined) onChange({ known })
          }}
        >
          <Stack gap={8} mt={8}>
            {KNOWN.map((known) => (
              <Radio key={known} value={known} label={t(`choices.${known}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <TagsInput
          label={t('choices.tags')}
          description={t('choices.tags_hint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          placeholder={options.tags.length === 0 ? t('choices.tags_placeholder') : ''}
          data={tags.map(({ tag }) => tag)}
          splitChars={TAG_SEPARATORS}
          maxTags={CONTACT_LIMITS.tags}
          maxLength={CONTACT_LIMITS.tag}
          comboboxProps={{ keepMounted: false }}
          value={options.tags}
          onChange={(value) => onChange({ tags: value })}
        />
      </Stack>
    </section>
  )
}
