import { Button } from '@mantine/core'
import { IconMoodSad } from '@tabler/icons-react'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state'

interface Props {
  readonly children: ReactNode
}

/** Keeps one broken page from taking the window with it: navigation, pause and status go on working. */
export class PageErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return <BrokenPage onReload={() => this.setState({ broken: false })} />
  }
}

function BrokenPage({ onReload }: { readonly onReload: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      icon={IconMoodSad}
      title={t('page_error.title')}
      text={t('page_error.body')}
      action={<Button onClick={onReload}>{t('page_error.reload')}</Button>}
    />
  )
}
