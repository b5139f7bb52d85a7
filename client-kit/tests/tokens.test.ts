import { describe, expect, it } from 'vitest';
import { stylesheet } from '../src/tokens/stylesheet';
import { dark, light, moreContrast, type Palette, priorities } from '../src/tokens/tokens';

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'raised'] as const;
const texts: [keyof Palette, keyof Palette][] = [
  ...grounds.flatMap((ground) =>
    (['text', 'muted', 'primary', 'danger', 'warning', 'success'] as const).map(
      (text): [keyof Palette, keyof Palette] => [text, ground],
    ),
  ),
  ['onPrimary', 'primary'],
  ['onPrimarySoft', 'primarySoft'],
  ['onHelp', 'help'],
  ['onHelp', 'helpDeep'],
  ['onDangerSoft', 'dangerSoft'],
  ['onWarningSoft', 'warningSoft'],
  ['onSuccessSoft', 'successSoft'],
];
const edges: [keyof Palette, keyof Palette][] = grounds.flatMap((ground) =>
  (['edge', 'focus', 'primary'] as const).map((edge): [keyof Palette, keyof Palette] => [edge, ground]),
);

describe.each([
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['light with more contrast', { ...light, ...moreContrast.light }, 4.5],
  ['dark with more contrast', { ...dark, ...moreContrast.dark }, 4.5],
])('%s', (_name, palette, enough) => {
  it.each(texts)('%s can be read on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(enough);
  });

  it.each(edges)('%s can be seen on %s', (edge, ground) => {
    expect(contrast(palette[edge], palette[ground])).toBeGreaterThanOrEqual(3);
  });

  it('shows the help button against the page', () => {
    expect(contrast(palette.help, palette.ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('priorities', () => {
  it.each(Object.entries(priorities))('%s can be read in both themes', (_name, { light, dark }) => {
    expect(contrast(light[0], light[1])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark[0], dark[1])).toBeGreaterThanOrEqual(4.5);
  });
});

describe('tokens.css', () => {
  it('is what tokens.ts says (npm run tokens)', async () => {
    await expect(stylesheet()).toMatchFileSnapshot('../src/tokens/tokens.css');
  });
});
