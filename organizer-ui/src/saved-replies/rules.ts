/** Finding a saved reply by what is typed, and filling in what differs each time. */

import type { SavedReply } from '../api/types';

/** Most suggestions at once: more are found by typing on. */
const MOST = 6;
/** A slash at the beginning of a word, at the end of what is written. */
const TYPED = /(^|\s)\/([a-z0-9-]*)$/i;

/** What stands where a placeholder is. */
export interface Filling {
  name?: string;
  event?: string;
  zone?: string;
  me?: string;
}

/** The shortcut that is being typed; nothing when none is. */
export function typedShortcut(text: string): string | undefined {
  return TYPED.exec(text)?.[2]?.toLowerCase();
}

/** Replies whose shortcut begins with what is typed, then those that say it; one's own before the others. */
export function suggestions(replies: readonly SavedReply[], typed: string): SavedReply[] {
  const rank = ({ shortcut, text }: SavedReply) => {
    if (shortcut.startsWith(typed)) return 0;
    return typed.length > 1 && `${shortcut} ${text}`.toLowerCase().includes(typed) ? 1 : 2;
  };
  const own = ({ scope }: SavedReply) => (scope === 'personal' ? 0 : 1);
  return replies
    .filter((reply) => rank(reply) < 2)
    .sort((a, b) => rank(a) - rank(b) || a.shortcut.localeCompare(b.shortcut) || own(a) - own(b))
    .slice(0, MOST);
}

/** What is written with the reply in place of its shortcut. */
export function inserted(text: string, reply: string): string {
  return text.replace(TYPED, (_, before: string) => before + reply);
}

/** The text with its placeholders filled in; what is not known leaves no hole. */
export function filled(text: string, filling: Filling): string {
  const words = text.replace(
    /\{(name|event|zone|me)\}/g,
    (_, name: keyof Filling) => filling[name]?.trim() ?? '',
  );
  return words === text ? text : words.replace(/ +([,.!?;:]|$)/gm, '$1').replace(/ {2,}/g, ' ');
}
