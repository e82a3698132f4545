import type { z } from 'zod'
import { invalidInput, issuesOf } from '../../shared/app-error'
import { fieldErrors } from './error-text'

/** The `validate` of a Mantine form from a schema of the contract, so the form and the main process agree. */
export const validateForm =
  (schema: z.ZodType) =>
  (values: unknown): Record<string, string> => {
    const parsed = schema.safeParse(values)
    return parsed.success ? {} : fieldErrors(invalidInput(issuesOf(parsed.error)))
  }
