import type { Location, MessageBody } from '../live';

/** A file that a message carries. It is with the server before the message leaves. */
export interface Upload {
  /** Known to the server under this id; beginning it again is harmless. */
  id: string;
  kind: 'photo' | 'voice';
  file: Blob;
  /** The server has all of it. The file stays here until the message is confirmed, to be shown. */
  done?: boolean;
}

/** What somebody wrote and the server has not confirmed yet. */
export interface OutboxEntry {
  /** Known to the server under this id; repeating it is harmless. */
  client_id: string;
  conversation: string;
  body: MessageBody;
  reply_to?: number;
  location?: Location;
  upload?: Upload;
  /** The server had lost its file, which goes up once more. */
  again?: boolean;
  /** When it was written, by this device's clock; only shown, never sent. */
  written_at: string;
  /** Where it stands among everything written on this device. */
  order: number;
  /** Why the server will not take it. It stays until the person tries again or discards it. */
  refused?: { code: string; detail?: string };
}

/** The one file that a message carries. */
export function carriedBy(body: MessageBody): Pick<Upload, 'id' | 'kind'> | undefined {
  if (body.kind === 'voice') return { id: body.attachment, kind: 'voice' };
  const [photo, another] = body.kind === 'photo' ? body.attachments : [];
  return photo && !another ? { id: photo.id, kind: 'photo' } : undefined;
}

/** Where entries are kept. Each call is durable when its promise resolves. */
export interface OutboxStore {
  /** All entries, in any order. */
  load(): Promise<OutboxEntry[]>;
  put(entry: OutboxEntry): Promise<void>;
  remove(clientId: string): Promise<void>;
}

/** Keeps entries as long as the page lives. */
export class MemoryOutboxStore implements OutboxStore {
  private readonly entries = new Map<string, OutboxEntry>();

  async load(): Promise<OutboxEntry[]> {
    return [...this.entries.values()];
  }

  async put(entry: OutboxEntry): Promise<void> {
    this.entries.set(entry.client_id, entry);
  }

  async remove(clientId: string): Promise<void> {
    this.entries.delete(clientId);
  }
}
