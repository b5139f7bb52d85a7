/** The colours of client-kit's tokens in the places where Material UI looks for them, and the dashboard's own. */

import '@mui/material/themeCssVarsAugmentation';
import { dark, light, priorities, type Palette as Tokens } from '@steward/client-kit/tokens';

/** A colour that carries text. */
interface Pair {
  main: string;
  contrastText: string;
}

/** The dashboard's own places for colours. */
interface OwnPalette {
  surface: { sunken: string; strong: string; soft: string; onSoft: string; edge: string };
  danger: { soft: string; onSoft: string };
  caution: { main: string; soft: string; onSoft: string };
  done: { main: string; soft: string; onSoft: string };
  alarm: Pair;
  notice: Pair;
  entrance: Pair;
  /** The navigation at the left edge: dark in both themes, so that the work is what shines. */
  rail: Pair & { quiet: string; hover: string; active: string };
  critical: Pair;
  high: Pair;
  normal: Pair;
  low: Pair;
  focus: string;
}

declare module '@mui/material/styles' {
  interface Palette extends OwnPalette {}
  interface PaletteOptions extends Partial<OwnPalette> {}
}

type Theme = 'light' | 'dark';
type Rail = OwnPalette['rail'];

const RAIL: Record<Theme, Rail> = {
  light: { main: '#0d2b27', contrastText: '#ffffff', quiet: '#a9c4be', hover: '#173b36', active: '#1f4b44' },
  dark: { main: '#08100f', contrastText: '#ffffff', quiet: '#9db5b0', hover: '#142422', active: '#1b322e' },
};

function priority(theme: Theme, name: keyof typeof priorities): Pair {
  const [main, contrastText] = priorities[name][theme];
  return { main, contrastText };
}

function own(theme: Theme, tokens: Tokens): OwnPalette {
  return {
    surface: {
      sunken: theme === 'light' ? '#eaefed' : '#1a2927',
      strong: tokens.raised,
      soft: tokens.primarySoft,
      onSoft: tokens.onPrimarySoft,
      edge: tokens.edge,
    },
    danger: { soft: tokens.dangerSoft, onSoft: tokens.onDangerSoft },
    caution: { main: tokens.warning, soft: tokens.warningSoft, onSoft: tokens.onWarningSoft },
    done: { main: tokens.success, soft: tokens.successSoft, onSoft: tokens.onSuccessSoft },
    alarm: { main: tokens.help, contrastText: tokens.onHelp },
    notice:
      theme === 'light'
        ? { main: '#12201d', contrastText: '#ffffff' }
        : { main: '#e6efec', contrastText: '#12201d' },
    entrance: { main: theme === 'light' ? '#0b5c52' : '#0a2b27', contrastText: '#ffffff' },
    rail: RAIL[theme],
    critical: priority(theme, 'critical'),
    high: priority(theme, 'high'),
    normal: priority(theme, 'normal'),
    low: priority(theme, 'low'),
    focus: tokens.focus,
  };
}

function paletteOf(theme: Theme, tokens: Tokens) {
  return {
    ...own(theme, tokens),
    primary: { main: tokens.primary, contrastText: tokens.onPrimary },
    error: { main: tokens.danger, contrastText: theme === 'light' ? '#ffffff' : '#2a0706' },
    warning: { main: tokens.warning, contrastText: theme === 'light' ? '#ffffff' : '#241a02' },
    success: { main: tokens.success, contrastText: theme === 'light' ? '#ffffff' : '#06220f' },
    info: { main: tokens.primary, contrastText: tokens.onPrimary },
    text: { primary: tokens.text, secondary: tokens.muted },
    background: { default: tokens.ground, paper: tokens.surface },
    divider: tokens.line,
  };
}

export const lightPalette = paletteOf('light', light);
export const darkPalette = paletteOf('dark', dark);
