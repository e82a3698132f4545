import { useMediaQuery } from '@mantine/hooks'

const NARROW = '(max-width: 1099px)'

/** Is the window too narrow for every column of a table? What is left out then stands in the row's own page. */
export const useIsNarrow = (): boolean => useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
