import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../src/texts/en';
import { chooseLanguage, languages, locale, texts } from '../src/texts/texts';
import { language, wantedLanguages } from '../src/ui/choice';

type Tree = { [key: string]: unknown };
const source = join(import.meta.dirname, '../src');

/** Every text by its path, such as `join.title`. */
function leaves(tree: Tree, path = ''): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(tree)) {
    const name = path ? `${path}.${key}` : key;
    if (typeof value === 'object' && value !== null) {
      for (const [inner, text] of leaves(value as Tree, name)) found.set(inner, text);
    } else found.set(name, value);
  }
  return found;
}

/** What texts that take no number or name are asked with. */
const asked: Record<string, unknown> = { 'request.title': 'medical', 'request.estimate': { kind: 'moment' } };

function say(path: string, text: unknown, sample: unknown = asked[path] ?? 2): unknown {
  return typeof text === 'function' ? text(sample, 5) : text;
}

test('every folder of texts is a language that can be chosen, and all have the same files', () => {
  const entries = readdirSync(join(source, 'texts'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.sort()).toEqual(Object.keys(languages).sort());
  const files = (folder: string) => readdirSync(join(source, 'texts', folder)).sort();
  for (const folder of folders) expect(files(folder), folder).toEqual(files('en'));
});

test.each(Object.keys(languages))(
  '%s says everything that English says, and nothing is empty',
  async (name) => {
    const said = leaves((await languages[name]?.()) as unknown as Tree);
    const english = leaves(en);
    expect([...said.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of said) {
      expect(typeof text, path).toBe(typeof english.get(path));
      expect(say(path, text), path).toMatch(/\S/);
      expect(say(path, text), path).not.toMatch(/undefined|null|\[object|NaN/);
    }
  },
);

test.each(Object.keys(languages))('%s does not tell of one thing as of many', async (name) => {
  const said = leaves((await languages[name]?.()) as unknown as Tree);
  for (const path of ['browse.found', 'history.unread', 'announcements.unread']) {
    const text = said.get(path);
    expect(say(path, text, 1), path).not.toBe(String(say(path, text, 5)).replace('5', '1'));
  }
});

test('a language that cannot be fetched leaves English, and the app starts', async () => {
  const known = languages.fr;
  languages.fr = () => Promise.reject(new TypeError('Failed to fetch'));
  await chooseLanguage(['fr-CA']);
  expect(texts.common.back).toBe('Back');
  if (known) languages.fr = known;
});

test('the language that was chosen goes before those of the phone', () => {
  expect(wantedLanguages(['pl-PL'])).toEqual(['pl-PL']);
  language.choose('uk');
  expect(wantedLanguages(['pl-PL'])).toEqual(['uk', 'pl-PL']);
  expect([...language.options].slice(1).sort()).toEqual(Object.keys(languages).sort());
  language.choose('system');
});

test('every text is shown somewhere', () => {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('texts'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const named = Object.entries(en).flatMap(([group, texts]) =>
    typeof texts === 'string' ? [`texts.${group}`] : Object.keys(texts).map((key) => `${group}.${key}`),
  );
  // `group[key]` may show any of its group.
  const shown = (name: string) => {
    const [group, key] = name.split('.');
    return new RegExp(`\\b${group}(\\.${key}\\b|\\[)`).test(code);
  };
  expect(named.filter((name) => !shown(name))).toEqual([]);
});

test('the first language that there is, is taken; its tag decides how dates are written', async () => {
  await chooseLanguage(['xx', 'en-GB', 'en-US']);
  expect([locale(), document.documentElement.lang]).toEqual(['en-GB', 'en']);
});
