import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './editor.module.css'

interface EditorSectionProps {
  readonly title: string
  readonly description?: string
  readonly children: ReactNode
}

/** A heading and what belongs to it. Not a named region: it would carry the same name as the field in it. */
export function EditorSection({ title, description, children }: EditorSectionProps) {
  return (
    <section className={classes['section']}>
      <Title order={3} className={classes['heading']}>
        {title}
      </Title>
      {description && (
        <Text size="sm" c="dimmed">
          {description}
        </Text>
      )}
      <Stack gap="md" mt="sm">
        {children}
      </Stack>
    </section>
  )
}
