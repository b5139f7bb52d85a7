/**
 * The look of Steward, once for both apps: calm grounds, one sea-green for what can be done, one warm red that means
 * help and nothing else. `tokens.css` is written from this file by `npm run tokens`.
 */

/** What a colour is for. Every text and ground that are named together here keep WCAG AA (4.5 to 1). */
export interface Palette {
  /** The page. */
  ground: string;
  /** Cards, bars, fields. */
  surface: string;
  /** What lies on a surface: chips, the other person's words. */
  raised: string;
  /** Separates; carries no meaning. */
  line: string;
  /** The border of what can be operated (3 to 1 against ground and surface). */
  edge: string;
  text: string;
  muted: string;
  /** What can be done. */
  primary: string;
  onPrimary: string;
  primarySoft: string;
  onPrimarySoft: string;
  /** Asking for help, and only that. */
  help: string;
  onHelp: string;
  helpDeep: string;
  /** Something failed or is about to be undone. */
  danger: string;
  dangerSoft: string;
  onDangerSoft: string;
  /** Something needs attention: offline, waiting. */
  warning: string;
  warningSoft: string;
  onWarningSoft: string;
  /** Something is done. */
  success: string;
  successSoft: string;
  onSuccessSoft: string;
  /** The ring around what the keyboard is on. */
  focus: string;
}

export const light: Palette = {
  ground: '#f2f5f4',
  surface: '#ffffff',
  raised: '#e6ecea',
  line: '#d3dcd9',
  edge: '#6f7f7b',
  text: '#12201d',
  muted: '#4a5a56',
  primary: '#0b6459',
  onPrimary: '#ffffff',
  primarySoft: '#d3ebe6',
  onPrimarySoft: '#07443c',
  help: '#c5282c',
  onHelp: '#ffffff',
  helpDeep: '#9c1a20',
  danger: '#b3211f',
  dangerSoft: '#fbe3e1',
  onDangerSoft: '#8a1614',
  warning: '#7d4e00',
  warningSoft: '#fdeccb',
  onWarningSoft: '#633d00',
  success: '#1c6b34',
  successSoft: '#d9f0de',
  onSuccessSoft: '#124d24',
  focus: '#0a52c4',
};

export const dark: Palette = {
  ground: '#0c1413',
  surface: '#14201e',
  raised: '#20302d',
  line: '#2a3b38',
  edge: '#758a85',
  text: '#ecf3f1',
  muted: '#a9bab6',
  primary: '#63d4bf',
  onPrimary: '#04231e',
  primarySoft: '#133f38',
  onPrimarySoft: '#b5efe3',
  help: '#d5363a',
  onHelp: '#ffffff',
  helpDeep: '#a92428',
  danger: '#ff9a92',
  dangerSoft: '#421a1a',
  onDangerSoft: '#ffc9c4',
  warning: '#f3bf62',
  warningSoft: '#3b2c0c',
  onWarningSoft: '#ffdf9f',
  success: '#7fd698',
  successSoft: '#153a21',
  onSuccessSoft: '#bdf0ca',
  focus: '#8ab8ff',
};

/** For people who asked their device for more contrast; laid over the palette. */
export const moreContrast: { light: Partial<Palette>; dark: Partial<Palette> } = {
  light: {
    ground: '#ffffff',
    line: '#5b6a66',
    edge: '#1f2f2b',
    text: '#000000',
    muted: '#26332f',
    primary: '#004a41',
    help: '#a5141a',
  },
  dark: {
    ground: '#000000',
    surface: '#07100e',
    line: '#8ba09b',
    edge: '#dbe7e4',
    text: '#ffffff',
    muted: '#dbe7e4',
    primary: '#8ff0dd',
  },
};

/** Colours of the four priorities of a help request: a ground and the text on it. */
export const priorities = {
  critical: { light: ['#c5282c', '#ffffff'], dark: ['#d5363a', '#ffffff'] },
  high: { light: ['#fdd9b0', '#6b3300'], dark: ['#5a3206', '#ffd8a8'] },
  normal: { light: ['#d3ebe6', '#07443c'], dark: ['#133f38', '#b5efe3'] },
  low: { light: ['#e6ecea', '#35423f'], dark: ['#20302d', '#c6d4d0'] },
} as const;

/** Distances in rem: everything grows with the text size a person chose. */
export const space = { 1: 0.25, 2: 0.5, 3: 0.75, 4: 1, 5: 1.5, 6: 2, 7: 3, 8: 4 } as const;

/** Font sizes in rem and line heights. */
export const type = {
  family: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  small: { size: 0.875, line: 1.4 },
  body: { size: 1, line: 1.5 },
  large: { size: 1.125, line: 1.45 },
  title: { size: 1.375, line: 1.25 },
  headline: { size: 1.75, line: 1.15 },
  display: { size: 3, line: 1 },
} as const;

/** Corner radii and the smallest target, in rem. */
export const shape = { small: 0.5, medium: 0.875, large: 1.25, round: 999, target: 3 } as const;

/** How long something may take to move, in milliseconds; nothing moves for people who asked for that. */
export const motion = { quick: 120, calm: 220 } as const;
