import { z } from 'zod'
import { objectIdSchema } from '../../domain/primitives'

/** The arguments that a call takes (parsed by the main process at the border) and, as a type only, what it gives. */
export interface CallSpec<Args extends z.ZodType<readonly unknown[]>, Value> {
  readonly args: Args
  readonly gives?: Value
}

/** A line of the contract: `call(arguments).gives<Value>()`. */
export const call = <Args extends z.ZodType<readonly unknown[]>>(args: Args) => ({
  gives: <Value>(): CallSpec<Args, Value> => ({ args })
})

/** No arguments. */
export const nothing = z.tuple([])

/** People that were chosen: all of a long list at most. */
export const manyIds = z.array(objectIdSchema).max(1_000_000)
