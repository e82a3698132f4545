import type { TFunction } from 'i18next'

const EXAMPLES = ['class', 'appointment', 'payment', 'greeting'] as const

/** A text to begin with. */
export interface TemplateExample {
  readonly name: string
  readonly call_script: string
}

/** Texts to begin with, in the language of the window. */
export const templateExamples = (t: TFunction<'message'>): TemplateExample[] =>
  EXAMPLES.map((example) => ({
    name: t(`examples.${example}.name`),
    // Their placeholders are for the message, not for the catalogue.
    call_script: t(`examples.${example}.text`, { skipInterpolation: true })
  }))
