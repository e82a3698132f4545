import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const iris: MantineColorsTuple = [
  '#f1f0fd',
  '#e0defa',
  '#c3bff3',
  '#a59fed',
  '#8a82e6',
  '#7269df',
  '#5f55d4',
  '#5046bd',
  '#4338a8',
  '#352c8a'
]

/** Warm greys instead of Mantine's blue ones; the dark ramp goes from text to canvas. */
const dark: MantineColorsTuple = [
  '#e7e5e1',
  '#cfccc6',
  '#b0ada7',
  '#8c8a86',
  '#43434d',
  '#34343c',
  '#26262c',
  '#17171a',
  '#131316',
  '#0f0f11'
]

/** Names as the system has them: each draws all Vietnamese letters, and nothing is fetched. */
const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif, 'Noto Color Emoji'"

/** The look of Loa. White on shade 7 and the text colours below pass AA contrast, which Mantine's defaults do not. */
export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 7, dark: 6 },
  colors: { iris, dark },
  fontFamily,
  fontFamilyMonospace:
    "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: { fontFamily, fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { fw: 500 } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Modal: { defaultProps: { centered: true, radius: 'lg' } }
  }
})

/** Mantine's dimmed text, placeholders and errors are too pale for AA; these are not. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#211f1b',
    '--mantine-color-dimmed': '#66625a',
    '--mantine-color-placeholder': '#716d65',
    '--mantine-color-error': '#b3231e',
    '--mantine-color-default-border': '#d3cfc7',
    '--mantine-color-red-filled': '#c02a25',
    '--mantine-color-red-filled-hover': '#a8211d',
    '--mantine-color-red-light-color': '#a8211d',
    '--mantine-color-yellow-light-color': '#7d4b00',
    '--mantine-color-iris-light-color': '#4338a8'
  },
  dark: {
    '--mantine-color-text': '#e7e5e1',
    '--mantine-color-dimmed': '#a9a6a0',
    '--mantine-color-placeholder': '#989590',
    '--mantine-color-error': '#ff9d96',
    '--mantine-color-default': '#1f1f24',
    '--mantine-color-default-hover': '#26262c',
    '--mantine-color-default-border': '#43434d',
    '--mantine-color-red-filled': '#c02a25',
    '--mantine-color-red-filled-hover': '#d43a34',
    '--mantine-color-red-light-color': '#ff9d96',
    '--mantine-color-yellow-light-color': '#f2c36b',
    '--mantine-color-iris-light-color': '#bdb6f7'
  }
})
