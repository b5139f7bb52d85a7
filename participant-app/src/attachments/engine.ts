/** Sends and fetches the files; a part of the app that many never need. */
import type { MessengerApi } from '@steward/client-kit/api';
import type { Outbox } from '@steward/client-kit/outbox';
import { AttachmentFiles, attachmentReader, Uploader, uploadCalls } from '@steward/client-kit/uploads';
import { shelf } from './shelf';

export interface EngineOptions {
  api: MessengerApi;
  outbox: Outbox;
  /** Whether there is a way to the server for this conversation now, and this tab is the one that takes it. */
  ready: (conversation: string) => boolean;
  onProgress: (conversation: string) => void;
}

export interface Engine {
  files: AttachmentFiles;
  uploader: Uploader;
}

export function startEngine({ api, ...options }: EngineOptions): Engine {
  const files = new AttachmentFiles(attachmentReader(api), shelf());
  const onDone = (id: string, file: Blob) => files.keep(id, file);
  return { files, uploader: new Uploader({ ...options, calls: uploadCalls(api), onDone }) };
}
