import { Skeleton, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A load that is quicker than this shows nothing at all, so nothing flickers. */
const PATIENCE_MS = 150

/** Grey rows in the shape of a list, shown once a load takes longer than a blink. */
export function LoadingRows({ rows = 8, height = 44 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useTranslation()
  const [late, setLate] = useState(false)

  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])

  return (
    <Stack gap="xs" role="status" aria-label={t('loading')}>
      {late && Array.from({ length: rows }, (_, row) => <Skeleton key={row} height={height} radius="md" />)}
    </Stack>
  )
}
