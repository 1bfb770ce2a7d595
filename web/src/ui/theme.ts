import { createTheme, type MantineColorsTuple } from '@mantine/core'

const brick: MantineColorsTuple = [
  '#fbf1ee',
  '#f6ded8',
  '#ecbdb1',
  '#df9684',
  '#cc6a54',
  '#b5432a',
  '#9c3722',
  '#7f2c1b',
  '#622215',
  '#431710',
]
const sea: MantineColorsTuple = [
  '#eef5f6',
  '#d5e7ea',
  '#a9cdd3',
  '#74abb4',
  '#438390',
  '#1e5f6b',
  '#194f59',
  '#143f47',
  '#0f3036',
  '#0a2125',
]

/** Mantine on our tokens: the same brick and sea, radius 8, one shadow, 44 px controls. */
export const theme = createTheme({
  colors: { brick, sea },
  primaryColor: 'brick',
  primaryShade: 5,
  black: '#24211e',
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)' },
  defaultRadius: 8,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  shadows: {
    xs: 'var(--shadow)',
    sm: 'var(--shadow)',
    md: 'var(--shadow)',
    lg: 'var(--shadow)',
    xl: 'var(--shadow)',
  },
})
