type Sink = (bytes: AsyncIterable<Buffer>) => Promise<void>

/**
 * Runs a pipeline that ends in a function, and resolves or rejects only when the function is over. Rejects with what the
 * function threw: the pipeline itself tells only that its streams were aborted by that, and "the disk is full" would be
 * lost.
 */
export async function pipelineTo(sink: Sink, run: (sink: Sink) => Promise<void>): Promise<void> {
  const state: { thrown?: unknown; over?: Promise<void> } = {}
  try {
    await run((bytes) => {
      const over = sink(bytes)
      state.over = over.catch((error: unknown) => {
        // What an abort of the streams throws into the loop comes from them.
        if ((error as NodeJS.ErrnoException).code !== 'ABORT_ERR') state.thrown = error
      })
      return over
    })
  } catch (error) {
    await state.over
    throw state.thrown ?? error
  }
}
