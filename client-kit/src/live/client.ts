/**
 * The live connection: one socket that comes back by itself, and plain polling on networks that break sockets.
 *
 * It knows the protocol's first and last words (hello, welcome, heartbeats, tokens, close codes) and nothing of
 * what is said in between: every other frame is handed on.
 */
import { fullJitter } from './backoff';
import { afterClose, type StopReason } from './close-codes';
import {
  type ClientFrame,
  type Limits,
  type PingFrame,
  type Position,
  parseFrame,
  type ServerFrame,
  SUBPROTOCOL,
  type WelcomeFrame,
} from './frames';
import { Poller } from './poller';

/** A token and the time (milliseconds since 1970, this device's clock) when it ends. */
export interface Token {
  value: string;
  expiresAt: number;
}

/** `polling`: no socket, but answers arrive. `waiting`: neither; `until` is when it is tried again. */
export type LiveState =
  | { phase: 'idle' | 'connecting' | 'syncing' | 'live' | 'polling' }
  | { phase: 'waiting'; until: number }
  | { phase: 'stopped'; reason: StopReason };

/** The part of a WebSocket that is used, so that tests can bring their own. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export interface LiveOptions {
  /** `wss://…/messenger/v1/live`, or what gives it. */
  url: string;
  /** Names this device; limits are counted for it. */
  device: string;
  /** A token that is good for a while; nothing when nobody is signed in any more. */
  token: () => Promise<Token | undefined>;
  /** Told about a token that the server refused. */
  tokenRefused: (token: string) => void;
  /** What this app has without holes, for the next hello. */
  positions: () => Position[];
  epoch: () => string | undefined;
  onFrame: (frame: ServerFrame) => void;
  onState: (state: LiveState) => void;
  /** `POST /updates`: the same replay without a socket. Without it there is no falling back. */
  poll?: (positions: Position[]) => Promise<ServerFrame[]>;
  openSocket?: (url: string, protocol: string) => Socket;
  random?: () => number;
}

const DEFAULT_LIMITS: Limits = { frame_bytes: 32_768, text_characters: 4_000, unacknowledged: 16 };
/** A server that has not said welcome for so long will not. */
const HANDSHAKE_MS = 15_000;
/** A token is replaced so long before it ends. */
const RENEW_BEFORE_MS = 60_000;
/** After so many sockets in a row that never got to a welcome, polling begins beside them. */
const FAILURES_BEFORE_POLLING = 3;

export class LiveClient {
  limits: Limits = DEFAULT_LIMITS;
  /** Of the socket alone. */
  private current: LiveState = { phase: 'idle' };
  private socket: Socket | null = null;
  private token: Token | null = null;
  private heartbeatMs = 0;
  private lastFrameAt = 0;
  private attempt = 0;
  private failures = 0;
  private refusedTokens = 0;
  /** Counts connections; whatever belongs to an earlier one is ignored. */
  private generation = 0;
  private running = false;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly topics = new Map<string, () => number | undefined>();
  private readonly poller: Poller;

  constructor(private readonly options: LiveOptions) {
    this.poller = new Poller({
      poll: () => options.poll?.(options.positions()) ?? Promise.resolve([]),
      onFrames: (frames) => {
        for (const frame of frames) options.onFrame(frame);
      },
      onAnswered: () => this.publish(),
      random: options.random,
    });
  }

  /** What a person would call it: a socket that is being tried does not matter while polling works. */
  get state(): LiveState {
    const trying = this.current.phase === 'connecting' || this.current.phase === 'waiting';
    return trying && this.poller.answered ? { phase: 'polling' } : this.current;
  }

  /** Connects, and stays connected until `stop`. */
  start(): void {
    if (this.running) return;
    this.running = true;
    this.attempt = 0;
    this.failures = 0;
    this.refusedTokens = 0;
    void this.connect();
  }

  stop(): void {
    this.running = false;
    this.drop(1000);
    this.poller.stop();
    this.become({ phase: 'idle' });
  }

  /** Sends a frame if there is a welcomed socket; tells whether it was handed over. */
  send(frame: ClientFrame): boolean {
    if (!this.socket || (this.current.phase !== 'live' && this.current.phase !== 'syncing')) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** Follows a topic, now and after each reconnect, until the returned function is called. */
  watch(topic: string, seq: () => number | undefined = () => undefined): () => void {
    this.topics.set(topic, seq);
    this.send({ type: 'watch', topic, seq: seq() });
    return () => {
      if (this.topics.get(topic) !== seq) return;
      this.topics.delete(topic);
      this.send({ type: 'unwatch', topic });
    };
  }

  /** The device woke up or has a network again: tries at once, and buries a socket that fell silent meanwhile. */
  wake(): void {
    if (!this.running) return;
    const silent = this.heartbeatMs > 0 && Date.now() - this.lastFrameAt > 2 * this.heartbeatMs;
    if (this.socket && !silent) return;
    if (this.current.phase === 'connecting' && !silent) return;
    this.attempt = 0;
    void this.connect();
  }

  /** The device lost its network: a socket that it held is gone, whatever it says. */
  lost(): void {
    if (this.running && this.socket) this.closed(1006, this.generation);
  }

  private async connect(): Promise<void> {
    this.drop(1000);
    const generation = this.generation;
    this.become({ phase: 'connecting' });
    let token: Token | undefined;
    try {
      token = await this.options.token();
    } catch {
      if (generation === this.generation) this.failed(0);
      return;
    }
    if (generation !== this.generation || !this.running) return;
    if (!token) {
      this.halt('unauthenticated');
      return;
    }
    this.token = token;
    this.open(generation, token);
  }

  private open(generation: number, token: Token): void {
    const { openSocket = browserSocket, url, device, positions, epoch } = this.options;
    const socket = openSocket(url, SUBPROTOCOL);
    this.socket = socket;
    this.after('handshake', HANDSHAKE_MS, () => this.closed(1006, generation));
    socket.onopen = () => {
      const hello: ClientFrame = {
        type: 'hello',
        token: token.value,
        device,
        epoch: epoch(),
        positions: positions(),
      };
      socket.send(JSON.stringify(hello));
    };
    socket.onmessage = (event) => {
      if (generation === this.generation) this.receive(event.data);
    };
    socket.onclose = (event) => this.closed(event.code, generation);
  }

  private receive(data: unknown): void {
    this.lastFrameAt = Date.now();
    const frame = parseFrame(data);
    if (!frame) return;
    if (frame.type === 'ping') this.pinged(frame);
    else if (frame.type === 'bye') this.after('bye', frame.delay_ms, () => void this.connect());
    else {
      if (frame.type === 'welcome') this.welcomed(frame);
      this.options.onFrame(frame);
      if (frame.type === 'synced') this.synced();
    }
  }

  private welcomed(frame: WelcomeFrame): void {
    this.cancel('handshake');
    this.limits = { ...DEFAULT_LIMITS, ...frame.limits };
    this.heartbeatMs = frame.heartbeat_s * 1000;
    this.failures = 0;
    this.refusedTokens = 0;
    this.poller.stop();
    this.become({ phase: 'syncing' });
    this.watchHeart();
    this.planRenewal();
    for (const [topic, seq] of this.topics) this.send({ type: 'watch', topic, seq: seq() });
  }

  private pinged(frame: PingFrame): void {
    this.socket?.send('{"type":"pong"}');
    if (frame.heartbeat_s === undefined) return;
    this.heartbeatMs = frame.heartbeat_s * 1000;
    this.watchHeart();
  }

  private synced(): void {
    this.attempt = 0;
    this.become({ phase: 'live' });
  }

  /** Twice the heartbeat without any frame is a dead socket. */
  private watchHeart(): void {
    const generation = this.generation;
    const left = 2 * this.heartbeatMs - (Date.now() - this.lastFrameAt);
    if (left <= 0) this.closed(4103, generation);
    else this.after('heart', left, () => this.watchHeart());
  }

  private planRenewal(): void {
    if (!this.token) return;
    const wait = Math.max(5_000, this.token.expiresAt - Date.now() - RENEW_BEFORE_MS);
    this.after('renewal', wait, () => void this.renew());
  }

  private async renew(): Promise<void> {
    const generation = this.generation;
    const token = await this.options.token().catch(() => undefined);
    if (generation !== this.generation) return;
    if (token && token.value !== this.token?.value) {
      this.token = token;
      this.send({ type: 'token', token: token.value });
    }
    this.planRenewal();
  }

  private closed(code: number, generation: number): void {
    if (generation !== this.generation) return;
    const wasLive = this.current.phase === 'live';
    if (this.current.phase === 'connecting') this.failures += 1;
    this.drop(1000);
    if (!this.running) return;
    const next = afterClose(code);
    if (next.do === 'stop') this.halt(next.reason);
    else if (next.do === 'sign-in-again') this.signInAgain();
    else if (next.do === 'back-off') this.failed(next.atLeastMs);
    else if (wasLive) this.retryIn(fullJitter(0, this.options.random));
    else this.failed(0);
  }

  /** A refused token may only be an old one: one fresh token is tried before giving up. */
  private signInAgain(): void {
    this.refusedTokens += 1;
    if (this.refusedTokens > 1) {
      this.halt('unauthenticated');
      return;
    }
    if (this.token) this.options.tokenRefused(this.token.value);
    void this.connect();
  }

  private failed(atLeastMs: number): void {
    const wait = atLeastMs + fullJitter(this.attempt, this.options.random);
    this.attempt += 1;
    if (this.options.poll && this.failures >= FAILURES_BEFORE_POLLING) this.poller.start();
    this.retryIn(wait);
  }

  private retryIn(waitMs: number): void {
    this.become({ phase: 'waiting', until: Date.now() + waitMs });
    this.after('retry', waitMs, () => void this.connect());
  }

  private halt(reason: StopReason): void {
    this.running = false;
    this.drop(1000);
    this.poller.stop();
    this.become({ phase: 'stopped', reason });
  }

  private drop(code: number): void {
    this.generation += 1;
    for (const name of [...this.timers.keys()]) this.cancel(name);
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(code);
  }

  private become(state: LiveState): void {
    this.current = state;
    this.publish();
  }

  private publish(): void {
    this.options.onState(this.state);
  }

  private after(name: string, ms: number, act: () => void): void {
    this.cancel(name);
    this.timers.set(
      name,
      setTimeout(() => {
        this.timers.delete(name);
        act();
      }, ms),
    );
  }

  private cancel(name: string): void {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
  }
}

/** Where the live socket of a server is: the server's address with `ws` for `http`. */
export function liveUrl(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/messenger/v1/live`;
}

function browserSocket(url: string, protocol: string): Socket {
  return new WebSocket(url, protocol) as unknown as Socket;
}
