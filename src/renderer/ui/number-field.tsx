import { NumberInput, type NumberInputProps } from '@mantine/core'

interface NumberFieldProps extends Omit<
  NumberInputProps,
  'allowDecimal' | 'allowNegative' | 'clampBehavior' | 'valueIsNumericString' | 'value'
> {
  /** A number, or what is typed while it is none yet (`-`, `1.`). */
  readonly value: number | string
  /** May the number have decimals? */
  readonly decimals?: boolean
}

/**
 * A field for a number that changes nothing of what is typed: a sign that is swallowed makes 15 of 1.5. Both signs for
 * decimals count as one, in every language. What is allowed is for the form to say; text is handed over as it is.
 */
export function NumberField({ decimals = false, ...props }: NumberFieldProps) {
  return (
    <NumberInput
      clampBehavior="none"
      // Otherwise text is read with the separators of the language, and `1.` loses its point in Vietnamese.
      valueIsNumericString
      // Otherwise 1.000 becomes 1 when the field is left, whoever meant a thousand.
      trimLeadingZeroesOnBlur={decimals}
      // Otherwise a lone sign is emptied when the field is left, and an empty limit is no limit.
      onBlurCapture={(event) => {
        if (/^\D+$/.test(String(props.value))) event.stopPropagation()
      }}
      {...props}
    />
  )
}
