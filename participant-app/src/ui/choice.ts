/** A choice about how this phone shows the app: kept outside of everything that is deleted with a person. */
export interface Choice<T extends string> {
  readonly options: readonly T[];
  chosen(): T;
  choose(option: T): void;
  /** Puts it into effect; the first option is what the phone does by itself. */
  show(option?: T): void;
}

/** `name` is the attribute of the page that the style follows. */
export function choice<T extends string>(name: string, options: readonly [T, ...T[]]): Choice<T> {
  const key = `steward ${name}`;
  const chosen = (): T => {
    try {
      return options.find((option) => option === localStorage.getItem(key)) ?? options[0];
    } catch {
      // A browser that stores nothing follows the phone.
      return options[0];
    }
  };
  const show = (option: T = chosen()) => {
    if (option === options[0]) delete document.documentElement.dataset[name];
    else document.documentElement.dataset[name] = option;
  };
  const choose = (option: T) => {
    try {
      localStorage.setItem(key, option);
    } catch {
      // It lasts as long as the page.
    }
    show(option);
  };
  return { options, chosen, choose, show };
}

/** Around the page the phone shows the same ground, also where the person chose another one than the phone has. */
export function paintFrame(): void {
  const { theme: chosen } = document.documentElement.dataset;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset.own ??= meta.content;
    const ground = getComputedStyle(document.documentElement).getPropertyValue('--color-ground').trim();
    meta.content = chosen && ground ? ground : meta.dataset.own;
  }
}

/** Light or dark: as the phone is set, unless the person chose. */
export const theme = choice('theme', ['system', 'light', 'dark']);

/** For somebody who must not be noticed: dark, without colours, nothing that names the app; see `keepSilent`. */
export const silent = choice('silent', ['off', 'on']);

/** Makes the app discreet, or as it was. */
export function keepSilent(is: boolean): void {
  silent.choose(is ? 'on' : 'off');
  showLook();
}

/** Puts the look into effect: a discreet screen is dark, whatever was chosen otherwise. */
export function showLook(): void {
  silent.show();
  theme.show(silent.chosen() === 'on' ? 'dark' : undefined);
  paintFrame();
}

/** The language of the phone, unless the person chose. */
export const language = choice('language', ['system', 'en', 'de', 'es', 'fr', 'pl', 'uk']);

/** The languages to try, the first one first. */
export function wantedLanguages(phone: readonly string[]): readonly string[] {
  const own = language.chosen();
  return own === 'system' ? phone : [own, ...phone];
}

/** Larger letters, on top of what the phone does by itself. */
export const textSize = choice('text', ['normal', 'large', 'largest']);
