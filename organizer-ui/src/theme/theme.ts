/** The dashboard's theme: client-kit's tokens, denser than the phone app, since it is read all day. */

import { createTheme } from '@mui/material/styles';
import { motion, shape, type } from '@steward/client-kit/tokens';
import { componentsOf } from './overrides';
import { darkPalette, lightPalette } from './palette';

/** Pixels of one rem with the browser's usual setting; Material UI counts corners in pixels. */
const REM = 16;

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: '[data-theme="%s"]' },
  colorSchemes: { light: { palette: lightPalette }, dark: { palette: darkPalette } },
  shape: { borderRadius: (shape.small * REM) / 2 },
  transitions: {
    duration: { shortest: motion.quick, shorter: motion.quick, short: motion.calm, standard: motion.calm },
  },
  typography: {
    fontFamily: type.family,
    fontSize: 14,
    h1: {
      fontSize: `${type.title.size}rem`,
      lineHeight: type.title.line,
      fontWeight: 680,
      letterSpacing: '-0.015em',
    },
    h2: { fontSize: `${type.large.size}rem`, lineHeight: 1.3, fontWeight: 650, letterSpacing: '-0.01em' },
    h3: { fontSize: `${type.body.size}rem`, lineHeight: 1.35, fontWeight: 650 },
    body1: { fontSize: '0.9375rem', lineHeight: 1.5 },
    body2: { fontSize: `${type.small.size}rem`, lineHeight: type.small.line },
    caption: { fontSize: '0.8125rem', lineHeight: 1.4 },
    overline: {
      fontSize: '0.75rem',
      fontWeight: 650,
      lineHeight: 1.6,
      letterSpacing: '0.04em',
      textTransform: 'uppercase',
    },
    button: { fontSize: '0.9375rem', fontWeight: 600, textTransform: 'none', lineHeight: 1.4 },
  },
  components: componentsOf(),
});
