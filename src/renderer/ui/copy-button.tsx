import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { loa } from '../api'
import { reportFailure } from './report-failure'

const CONFIRMED_MS = 1_500

interface CopyButtonProps {
  readonly text: string
  /** Names what is copied, for example "Copy key". */
  readonly label: string
}

/** Puts a text on the clipboard and says so with a tick in its own place. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    if (reportFailure(await loa.copyText(text)).ok) setCopied(true)
  }
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} onClick={() => void copy()}>
        {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}
