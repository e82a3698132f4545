import { Button } from '@mantine/core'
import { IconShieldCheck, IconWorldUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { GatewayId } from '../../../shared/domain/settings'
import { openPage } from '../../stores/navigation-store'
import classes from './practice.module.css'

/** Says where messages go right now: nowhere, or to real people. */
export function PracticeBanner({ gateway }: { readonly gateway: GatewayId }) {
  const { t } = useTranslation(['practice', 'common'])
  const isOn = gateway === 'practice'
  const Symbol = isOn ? IconShieldCheck : IconWorldUpload
  return (
    <section className={classes['banner']} data-tone={isOn ? 'good' : 'caution'}>
      <Symbol size={20} stroke={1.6} aria-hidden />
      <div className={classes['bannerWords']} data-selectable>
        <strong>{t(isOn ? 'banner_on_title' : 'banner_off_title')}</strong>
        <span>{isOn ? t('banner_on') : t('banner_off', { gateway: t(`common:gateways.${gateway}`) })}</span>
      </div>
      {!isOn && (
        <Button size="compact-sm" variant="default" onClick={() => void openPage('settings')}>
          {t('open_settings')}
        </Button>
      )}
    </section>
  )
}
