/** The design tokens as custom properties: what `tokens.css` holds. */
import { dark, light, moreContrast, motion, type Palette, priorities, shape, space, type } from './tokens';

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter: string) => `-${letter.toLowerCase()}`);
const colors = (palette: Partial<Palette>) =>
  Object.entries(palette).map(([name, value]) => `--color-${kebab(name)}: ${value};`);
const block = (selector: string, lines: string[]) =>
  `${selector} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`;
const within = (query: string, text: string) => `@media ${query} {\n${text.replace(/^(?=.)/gm, '  ')}}\n`;

function priorityColors(theme: 'light' | 'dark'): string[] {
  return Object.entries(priorities).flatMap(([name, { [theme]: pair }]) => [
    `--color-${name}: ${pair[0]};`,
    `--color-on-${name}: ${pair[1]};`,
  ]);
}

const { family, ...texts } = type;

const sizes = [
  ...Object.entries(space).map(([step, rem]) => `--space-${step}: ${rem}rem;`),
  `--font: ${family};`,
  ...Object.entries(texts).flatMap(([name, { size, line }]) => [
    `--text-${name}: ${size}rem;`,
    `--line-${name}: ${line};`,
  ]),
  ...Object.entries(shape).map(([name, rem]) =>
    name === 'target' ? `--target: ${rem}rem;` : `--radius-${name}: ${rem}rem;`,
  ),
  ...Object.entries(motion).map(([name, ms]) => `--motion-${name}: ${ms}ms;`),
];

const lightTheme = ['color-scheme: light;', ...colors(light), ...priorityColors('light')];
const darkTheme = ['color-scheme: dark;', ...colors(dark), ...priorityColors('dark')];
const prefersDark = '(prefers-color-scheme: dark)';
const prefersMore = '(prefers-contrast: more)';

/** `data-theme` on the root overrides what the device prefers. */
export function stylesheet(): string {
  return [
    '/* Written from tokens.ts by `npm run tokens`; do not edit. */\n',
    block(':root', [...sizes, ...lightTheme]),
    within(prefersDark, block(":root:not([data-theme='light'])", darkTheme)),
    block(":root[data-theme='dark']", darkTheme),
    within(prefersMore, block(':root', colors(moreContrast.light))),
    within(
      `${prefersMore} and ${prefersDark}`,
      block(":root:not([data-theme='light'])", colors(moreContrast.dark)),
    ),
    within(prefersMore, block(":root[data-theme='dark']", colors(moreContrast.dark))),
    within(
      '(prefers-reduced-motion: reduce)',
      block(
        ':root',
        Object.keys(motion).map((name) => `--motion-${name}: 0ms;`),
      ),
    ),
  ].join('\n');
}
