import { useMediaQuery } from '@mantine/hooks'

const NARROW = '(max-width: 1099px)'
const TIGHT = '(max-width: 699px)'

/** Is the window too narrow for every column of a table? What is left out then stands in the row's own page. */
export const useIsNarrow = (): boolean => useMediaQuery(NARROW, false, { getInitialValueInEffect: false })

/** Is it tighter still, as at 200 % zoom? Two columns are what there is room for. */
export const useIsTight = (): boolean => useMediaQuery(TIGHT, false, { getInitialValueInEffect: false })
