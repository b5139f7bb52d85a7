/** The desk's photos and voice clips: shown from memory, and uploaded before the messages that carry them. */

import type { Outbox } from '@steward/client-kit/outbox';
import { AttachmentFiles, Uploader } from '@steward/client-kit/uploads';
import type { DeskCalls } from './calls';

export interface Carrying {
  files: AttachmentFiles;
  uploader: Uploader;
}

interface Options {
  calls: DeskCalls;
  outbox: Outbox;
  ready: () => boolean;
  onProgress: (conversation: string) => void;
}

export function carrying({ calls, ...options }: Options): Carrying {
  const files = new AttachmentFiles(calls.file);
  const onDone = (id: string, file: Blob) => files.keep(id, file);
  return { files, uploader: new Uploader({ ...options, calls: calls.uploads, onDone }) };
}
