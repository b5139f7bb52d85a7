/**
 * Uploads what messages of the outbox carry: one file after the other, in pieces, each time from where the server says
 * that it stopped. The network may go, the app may be closed, another node may answer: nothing is sent twice.
 */
import { fullJitter, type MessageBody } from '../live';
import type { Outbox, OutboxEntry } from '../outbox';
import { isTemporary, ProblemError } from '../problem/problem';

/** How far a file is with the server. */
export interface UploadState {
  offset: number;
  finished: boolean;
  /** Pixels of a finished photo. */
  width?: number | null;
  height?: number | null;
  /** Length of a finished voice clip. */
  seconds?: number | null;
}

export interface UploadCalls {
  /** Announces a file, or asks how much of it arrived. */
  begin(entry: OutboxEntry): Promise<UploadState>;
  /** Adds the piece that begins at `offset`. */
  append(id: string, offset: number, piece: Blob): Promise<UploadState>;
}

export interface UploaderOptions {
  outbox: Outbox;
  calls: UploadCalls;
  /** Whether there is a way to the server for this conversation now. */
  ready: (conversation: string) => boolean;
  /** It can be seen that more of a file has arrived. */
  onProgress: (conversation: string) => void;
  /** A file is with the server: whoever shows it need not fetch it. */
  onDone?: (id: string, file: Blob) => void;
}

/** What the slowest phone network carries within a few seconds, so that it is never lost again for long. */
const FIRST_PIECE = 32 * 1024;
const SMALLEST_PIECE = 8 * 1024;
/** The server takes no larger one. */
const LARGEST_PIECE = 256 * 1024;
/** A piece that took less than this may be followed by a larger one. */
const QUICK_MS = 2_000;

export class Uploader {
  private busy = false;
  private failures = 0;
  private piece = FIRST_PIECE;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly shares = new Map<string, number>();

  constructor(private readonly options: UploaderOptions) {}

  /** How much of a file is with the server, from 0 to 1. */
  share(clientId: string): number {
    return this.shares.get(clientId) ?? 0;
  }

  /** Uploads what waits for it. Call it when something was written, and when there may be a way again. */
  work(): void {
    if (this.busy) return;
    clearTimeout(this.timer);
    void this.workOff();
  }

  private async workOff(): Promise<void> {
    this.busy = true;
    for (let entry = this.next(); entry; entry = this.next()) {
      try {
        await this.upload(entry);
        this.failures = 0;
      } catch (error) {
        if (isForNow(error)) {
          this.later(error);
          break;
        }
        const code = error instanceof ProblemError ? error.code : 'invalid';
        const detail = error instanceof Error ? error.message : undefined;
        await this.options.outbox.refuseUpload(entry.client_id, { code, detail });
      }
    }
    this.busy = false;
  }

  private next(): OutboxEntry | undefined {
    return this.options.outbox.uploads().find(({ conversation }) => this.options.ready(conversation));
  }

  private later(error: unknown): void {
    this.piece = Math.max(SMALLEST_PIECE, this.piece / 2);
    const wait = error instanceof ProblemError ? (error.retryAfterMs ?? 0) : 0;
    this.timer = setTimeout(() => this.work(), wait + fullJitter(this.failures++));
  }

  private async upload(entry: OutboxEntry): Promise<void> {
    const { upload, client_id } = entry;
    if (!upload) return;
    const { outbox, calls, ready, onProgress, onDone } = this.options;
    let state = await calls.begin(entry);
    while (!state.finished) {
      this.shares.set(client_id, state.offset / upload.file.size);
      onProgress(entry.conversation);
      // It may have been taken back, or the way is gone.
      if (!outbox.has(client_id) || !ready(entry.conversation)) return;
      state = await this.append(upload.id, state.offset, upload.file);
    }
    this.shares.delete(client_id);
    onDone?.(upload.id, upload.file);
    await outbox.uploaded(client_id, asKept(entry.body, upload.id, state));
  }

  private async append(id: string, offset: number, file: Blob): Promise<UploadState> {
    const began = Date.now();
    const piece = file.slice(offset, offset + this.piece);
    const state = await this.options.calls.append(id, offset, piece).catch((error: unknown) => {
      const right = rightOffset(error);
      if (right === undefined || right === offset) throw error;
      return { offset: right, finished: false };
    });
    if (Date.now() - began < QUICK_MS) this.piece = Math.min(LARGEST_PIECE, this.piece * 2);
    return state;
  }
}

/** The piece did not begin where the server stands, such as after a lost answer. */
function rightOffset(error: unknown): number | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'offset') return undefined;
  const { offset } = error.problem;
  return typeof offset === 'number' ? offset : undefined;
}

/** Whether the same may succeed later; somebody who is to sign in again has lost nothing. */
function isForNow(error: unknown): boolean {
  return isTemporary(error) || (error instanceof ProblemError && error.status === 401);
}

/** The server made the picture anew, and looked how long the clip is: that counts. */
function asKept(body: MessageBody, id: string, { width, height, seconds }: UploadState): MessageBody {
  if (body.kind === 'voice' && seconds) return { ...body, seconds };
  if (body.kind !== 'photo' || !width || !height) return body;
  const attachments = body.attachments.map((photo) => (photo.id === id ? { id, width, height } : photo));
  return { ...body, attachments };
}
