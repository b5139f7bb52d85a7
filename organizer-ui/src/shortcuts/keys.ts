/** Which key was pressed, in the short notation of the list of shortcuts: `?`, `g d`, `shift+l`, `mod+enter`. */

/** How long the first key of a pair waits for the second. */
export const PAIR_MS = 900;

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The name of a key press, or null for a press that never is a shortcut. */
export function nameOf(press: Press): string | null {
  if (press.altKey) return null;
  if (['Shift', 'Control', 'Meta', 'Alt', 'Dead', 'Process'].includes(press.key)) return null;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) return `mod+${key}`;
  return press.shiftKey && /^[a-z]$/.test(key) ? `shift+${key}` : key;
}

/** True where a single key is text, or a choice: there, shortcuts of one key are silent. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target.closest('[role="menu"],[role="listbox"],[role="dialog"]')) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Puts single keys together to pairs such as `g d`. */
export class KeySequence {
  private first: { name: string; at: number } | null = null;

  constructor(private readonly clock: () => number = () => Date.now()) {}

  /** The notations that this press may mean, the longer one first. */
  press(name: string): string[] {
    const pair = this.first && this.clock() - this.first.at < PAIR_MS ? `${this.first.name} ${name}` : null;
    this.first = { name, at: this.clock() };
    return pair ? [pair, name] : [name];
  }

  /** Forgets the first key, after a pair was used. */
  clear(): void {
    this.first = null;
  }
}
