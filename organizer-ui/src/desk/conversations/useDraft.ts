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

/** What is being written in a conversation: kept through reloads until it stands in the outbox. */
export function useDraft(conversation: string, reply?: number): Draft {
  const { client: desk, drafts } = useDeskContext();
  const [text, setText] = useState(() => drafts.read(conversation));
  const left = desk.textLimit - [...text].length;

  const change = (next: string) => {
    setText(next);
    drafts.write(conversation, next);
    if (next !== '') desk.type(conversation);
  };
  const send = () => {
    if (text.trim() === '' || left < 0) return false;
    setText('');
    void desk.write(conversation, text.trim(), reply).then(() => {
      // Until the outbox has it for good the draft stays; what was typed meanwhile is a new one.
      if (drafts.read(conversation) === text) drafts.write(conversation, '');
    });
    return true;
  };
  return { text, left, change, send };
}
