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

/** The element that menus, lists and dialogs are drawn in. */
export const OVERLAYS_ID = 'overlays'

/** The look of Loa. White on shade 7 and the text colours below pass AA contrast, which Mantine's defaults do not. */
export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 7, dark: 6 },
  black: '#211f1b',
  colors: { iris, dark },
  fontFamily,
  fontFamilyMonospace:
    "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'Noto Sans Mono', 'Liberation Mono', 'Loa Vietnamese', 'DejaVu Sans Mono', monospace",
  fontWeights: { regular: '400', medium: '500', bold: '650' },
  headings: { fontFamily, fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    /** Inside the page's landmark, where screen readers look for what belongs to the page. */
    Portal: { defaultProps: { target: `#${OVERLAYS_ID}` } },
    Button: { defaultProps: { fw: 500 } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Modal: {
      defaultProps: { centered: true, radius: 'lg' },
      styles: { title: { fontWeight: 600, lineHeight: 1.4 } }
    }
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
    '--mantine-color-default-color': '#211f1b',
    '--mantine-color-default-border': '#d3cfc7',
    '--mantine-color-red-filled': '#c02a25',
    '--mantine-color-red-filled-hover': '#a8211d',
    '--mantine-color-red-light': '#fdeae8',
    '--mantine-color-red-light-color': '#a8211d',
    '--mantine-color-yellow-light': '#fdf0d4',
    '--mantine-color-yellow-light-color': '#7d4b00',
    '--mantine-color-iris-light': '#eeedfb',
    '--mantine-color-iris-light-hover': '#e4e2f9',
    '--mantine-color-iris-light-color': '#4338a8'
  },
  dark: {
    '--mantine-color-body': '#1f1f24',
    '--mantine-color-text': '#e7e5e1',
    '--mantine-color-dimmed': '#a9a6a0',
    '--mantine-color-placeholder': '#989590',
    '--mantine-color-error': '#ff9d96',
    '--mantine-color-default': '#1f1f24',
    '--mantine-color-default-hover': '#26262c',
    '--mantine-color-default-color': '#e7e5e1',
    '--mantine-color-default-border': '#43434d',
    '--mantine-color-red-filled': '#c02a25',
    '--mantine-color-red-filled-hover': '#d43a34',
    '--mantine-color-red-light': '#47211f',
    '--mantine-color-red-light-color': '#ff9d96',
    '--mantine-color-yellow-light': '#3d2f14',
    '--mantine-color-yellow-light-color': '#f2c36b',
    '--mantine-color-iris-light': '#2b2850',
    '--mantine-color-iris-light-hover': '#35316a',
    '--mantine-color-iris-light-color': '#bdb6f7'
  }
})
