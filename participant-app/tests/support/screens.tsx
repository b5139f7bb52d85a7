/** The app on the screen of a phone, found and used as people do: by what is written there. */
import { render } from 'preact';
import { vi } from 'vitest';
import { App } from '../../src/app/app';
import { StewardContext } from '../../src/app/context';
import { go } from '../../src/router/router';
import type { Tab } from './phone';
import { until } from './until';

let root: HTMLElement | undefined;
/** Whose size the app follows. */
export const observed = new Set<Element>();

/** Shows the app at an address, as if it had been opened there. */
export function show(tab: Tab, path: string): void {
  leave();
  // happy-dom draws nothing, so nothing changes its size.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(element: Element) {
        observed.add(element);
      }
      disconnect() {}
    },
  );
  go(path, 'replace');
  root = document.body.appendChild(document.createElement('div'));
  render(
    <StewardContext.Provider value={tab.app}>
      <App />
    </StewardContext.Provider>,
    root,
  );
}

/** The app is closed: nothing of it is on the screen any more. */
export function leave(): void {
  if (!root) return;
  render(null, root);
  root.remove();
  root = undefined;
}

export const words = (): string => root?.textContent ?? '';

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** A button or link whose name begins like this. */
export function control(name: string): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>('button, a')];
  const found = all.find((one) => nameOf(one) === name) ?? all.find((one) => nameOf(one).startsWith(name));
  if (!found) throw new Error(`There is no “${name}” among: ${all.map(nameOf).join(' | ')}`);
  return found;
}

export async function tap(name: string): Promise<void> {
  (await until(() => control(name))).click();
}

/** The field with this label. */
export function field(label: string): HTMLInputElement {
  const named = document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
  if (named) return named;
  const found = [...document.querySelectorAll('label')].find((one) => nameOf(one) === label);
  const input =
    found?.control ?? document.getElementById(found?.htmlFor ?? '') ?? found?.querySelector('input');
  if (!input) throw new Error(`There is no field “${label}”.`);
  return input as HTMLInputElement;
}

export async function type(label: string, text: string): Promise<void> {
  const input = await until(() => field(label));
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
