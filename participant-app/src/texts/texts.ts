import { en, type Texts } from './en';

/** Every language there is; another one is a folder beside `en`, with the same files, and a line here. */
export const languages: Record<string, () => Promise<Texts>> = {
  en: () => Promise.resolve(en),
  de: () => import('./de').then(({ de }) => de),
  es: () => import('./es').then(({ es }) => es),
  fr: () => import('./fr').then(({ fr }) => fr),
  pl: () => import('./pl').then(({ pl }) => pl),
  uk: () => import('./uk').then(({ uk }) => uk),
};

/** What is shown, in the person's language. */
export let texts: Texts = en;
let chosen = 'en';

/** Takes the first of these languages that there is. */
export async function chooseLanguage(preferred: readonly string[]): Promise<void> {
  for (const tag of preferred) {
    const language = tag.split('-')[0]?.toLowerCase() ?? '';
    const load = languages[language];
    if (!load) continue;
    const loaded = await load().catch(() => undefined);
    // Without a network a language may be out of reach: English is always here.
    if (!loaded) return;
    texts = loaded;
    chosen = tag;
    document.documentElement.lang = language;
    return;
  }
}

/** The language tag that dates and numbers follow. */
export function locale(): string {
  return chosen;
}

const form = (options: Intl.DateTimeFormatOptions) => (date: Date) =>
  new Intl.DateTimeFormat(chosen, options).format(date);
const asTime = form({ hour: 'numeric', minute: '2-digit' });
const asDay = form({ weekday: 'short', day: 'numeric', month: 'short' });
const asDate = form({ day: 'numeric', month: 'short', year: 'numeric' });

const sameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString();

/** The time of day; with the day when that is not today. */
export function moment(at: string, now: Date = new Date()): string {
  const date = new Date(at);
  if (sameDay(date, now)) return asTime(date);
  const day = date.getFullYear() === now.getFullYear() ? asDay(date) : asDate(date);
  return `${day}, ${asTime(date)}`;
}

/** From when to when something takes place. */
export function span(from: string, to: string): string {
  const [begin, end] = [new Date(from), new Date(to)];
  if (sameDay(begin, end)) return `${asDay(begin)}, ${asTime(begin)}–${asTime(end)}`;
  return `${asDay(begin)} – ${asDay(end)}`;
}
