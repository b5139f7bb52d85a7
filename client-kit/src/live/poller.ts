/** Asks for updates again and again: for networks that let calls through but break sockets. */
import { fullJitter } from './backoff';
import type { ServerFrame } from './frames';

export interface PollerOptions {
  /** Answers as soon as there is something, else after a while with nothing. */
  poll: () => Promise<ServerFrame[]>;
  onFrames: (frames: ServerFrame[]) => void;
  /** `answered` changed. */
  onAnswered: () => void;
  random?: () => number;
}

/** A server that answers at once with nothing is not asked again before this. */
const SHORTEST_ROUND_MS = 1_000;

export class Poller {
  private inTouch = false;
  private running = false;
  /** Counts starts; an answer to an earlier one is ignored. */
  private run = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: PollerOptions) {}

  /** Whether the last call was answered: then the app is in touch with the server, if slowly. */
  get answered(): boolean {
    return this.inTouch;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.run += 1;
    void this.ask(this.run, 0);
  }

  stop(): void {
    this.running = false;
    this.run += 1;
    this.inTouch = false;
    clearTimeout(this.timer);
  }

  private async ask(run: number, failures: number): Promise<void> {
    const begun = Date.now();
    const frames = await this.options.poll().catch(() => undefined);
    if (run !== this.run) return;
    this.tell(frames !== undefined);
    if (frames) {
      this.options.onFrames(frames);
      const wait = Math.max(0, SHORTEST_ROUND_MS - (Date.now() - begun));
      this.timer = setTimeout(() => void this.ask(run, 0), wait);
    } else {
      const wait = SHORTEST_ROUND_MS + fullJitter(failures, this.options.random);
      this.timer = setTimeout(() => void this.ask(run, failures + 1), wait);
    }
  }

  private tell(answered: boolean): void {
    if (answered === this.inTouch) return;
    this.inTouch = answered;
    this.options.onAnswered();
  }
}
