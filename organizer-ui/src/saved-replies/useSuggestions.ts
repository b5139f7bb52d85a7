import { type KeyboardEvent, useState } from 'react';
import type { SavedReply } from '../api/types';
import { inserted, suggestions, typedShortcut } from './rules';
import { useSavedReplies } from './useSavedReplies';

export interface Suggesting {
  /** What `/` and the letters after it may mean; empty when nothing is asked for. */
  found: SavedReply[];
  /** Which of them Enter takes. */
  active: number;
  take: (reply: SavedReply) => void;
  /** Takes the keys that choose; true when the key was one of them. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

/** Suggests saved replies while a shortcut is typed, and puts the chosen one in its place. */
export function useSuggestions(
  text: string,
  change: (text: string) => void,
  fill: (text: string) => string,
): Suggesting {
  const { data = [] } = useSavedReplies();
  const typed = typedShortcut(text);
  const [chosen, setChosen] = useState({ typed, index: 0 });
  const [dismissed, setDismissed] = useState<string>();
  const found = typed === undefined || typed === dismissed ? [] : suggestions(data, typed);
  // Another shortcut begins at the first again.
  const active = chosen.typed === typed ? Math.min(chosen.index, Math.max(0, found.length - 1)) : 0;
  const take = (reply: SavedReply) => change(inserted(text, fill(reply.text)));
  const move = (by: number) => setChosen({ typed, index: (active + by + found.length) % found.length });
  const onKeyDown = (event: KeyboardEvent) => {
    const reply = found[active];
    if (!reply || event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Escape') setDismissed(typed);
    else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) take(reply);
    else return false;
    event.preventDefault();
    return true;
  };
  return { found, active, take, onKeyDown };
}
