/** Sends what the outbox holds by plain calls, one at a time, on networks that break sockets. */
import type { AckFrame, RefusedFrame, SendFrame } from '../live';
import { isTemporary, ProblemError } from '../problem/problem';

export interface RestSenderOptions {
  /** `POST /conversations/{id}/messages`. */
  post: (frame: SendFrame) => Promise<Omit<AckFrame, 'type'>>;
  onAck: (frame: AckFrame) => void;
  onRefused: (frame: RefusedFrame) => void;
}

export class RestSender {
  private readonly queue: SendFrame[] = [];
  private busy = false;

  constructor(private readonly options: RestSenderOptions) {}

  /** Takes a frame as a socket would; its answer follows in the same words. */
  send(frame: SendFrame): void {
    this.queue.push(frame);
    void this.work();
  }

  /** Forgets what was not posted yet: the outbox offers it again. */
  clear(): void {
    this.queue.length = 0;
  }

  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let frame = this.queue.shift(); frame; frame = this.queue.shift()) {
      try {
        this.options.onAck({ type: 'ack', ...(await this.options.post(frame)) });
      } catch (error) {
        this.options.onRefused(refusal(frame, error));
      }
    }
    this.busy = false;
  }
}

function refusal(frame: SendFrame, error: unknown): RefusedFrame {
  const known = error instanceof ProblemError ? error : undefined;
  const code = known?.code ?? 'unavailable';
  return {
    type: 'refused',
    client_id: frame.client_id,
    code,
    retry: isTemporary(error) || code === 'order',
    after_ms: known?.retryAfterMs,
    detail: known?.message,
  };
}
