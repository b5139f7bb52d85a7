import { useState } from 'react';
import { useDeskContext } from '../client/hooks';

interface Draft {
  text: string;
  /** Characters that may still be written; negative when there are too many. */
  left: number;
  change: (text: string) => void;
  /** Sends what stands in the field; false when it is empty or too long. */
  send: () => boolean;
}

/**
 * What is being written somewhere: kept under a name through reloads until `write` has it in the outbox. `onType` is
 * told of each key.
 */
export function useDraft(name: string, write: (text: string) => Promise<void>, onType?: () => void): Draft {
  const { client: desk, drafts } = useDeskContext();
  const [text, setText] = useState(() => drafts.read(name));
  const left = desk.textLimit - [...text].length;

  const change = (next: string) => {
    setText(next);
    drafts.write(name, next);
    if (next !== '') onType?.();
  };
  const send = () => {
    if (text.trim() === '' || left < 0) return false;
    setText('');
    void write(text.trim()).then(() => {
      // Until the outbox has it for good the draft stays; what was typed meanwhile is a new one.
      if (drafts.read(name) === text) drafts.write(name, '');
    });
    return true;
  };
  return { text, left, change, send };
}
