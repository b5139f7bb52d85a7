/** What goes into the outbox for a file: the message, and the file that it carries. */
import { uuidV7 } from '../ids';
import type { NewEntry } from '../outbox';
import type { Shrunk } from './shrink';

/** Where it goes, and what it answers. */
export interface To {
  conversation: string;
  reply_to?: number;
}

export function photoEntry(to: To, { file, width, height }: Shrunk): NewEntry {
  const id = uuidV7();
  return {
    ...to,
    body: { kind: 'photo', attachments: [{ id, width, height }] },
    upload: { id, kind: 'photo', file },
  };
}

export function voiceEntry(to: To, file: Blob, seconds: number): NewEntry {
  const id = uuidV7();
  return {
    ...to,
    body: { kind: 'voice', attachment: id, seconds },
    upload: { id, kind: 'voice', file },
  };
}
