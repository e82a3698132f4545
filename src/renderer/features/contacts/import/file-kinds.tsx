import { IconAddressBook, IconBraces, IconTable } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './file-step.module.css'

const KINDS = [
  ['csv', IconTable],
  ['vcard', IconAddressBook],
  ['json', IconBraces]
] as const

interface FileKindsProps {
  /** A list of people who must not be contacted holds no campaigns. */
  readonly withCampaigns: boolean
}

/** Which files are understood, by where people have them from. */
export function FileKinds({ withCampaigns }: FileKindsProps) {
  const { t } = useTranslation('import')
  const id = useId()
  return (
    <section className={classes['kinds']} aria-labelledby={id}>
      <h2 id={id} className={classes['kindsTitle']}>
        {t('file.understood')}
      </h2>
      <ul className={classes['kindList']}>
        {KINDS.map(([kind, Symbol]) => (
          <li key={kind} className={classes['kind']}>
            <Symbol size={20} stroke={1.5} aria-hidden />
            <span>
              <span className={classes['kindName']}>{t(`file.${kind}`)}</span>
              <span className={classes['kindFrom']}>
                {kind === 'json' && !withCampaigns ? t('file.json_from_people') : t(`file.${kind}_from`)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
